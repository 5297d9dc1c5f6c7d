package io.millrace.cli.picture;

import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import java.io.IOException;
import org.knowm.xchart.internal.chartpart.IChart;

/** Draws one instance. */
public interface Picture {
    /** Whether it can draw the instances of this plan. */
    boolean suits(Plan plan);

    /** The drawing. */
    IChart draw(Dataset dataset, Instances instance) throws IOException;
}
