/** The {@code millrace} command. */
module io.millrace.cli {
    requires info.picocli;
    requires io.jhdf;
    requires io.millrace.core;
    requires java.desktop;
    requires jdk.management;
    requires me.tongfei.progressbar;
    requires org.snakeyaml.engine;
    requires xchart;

    opens io.millrace.cli to
            info.picocli;
}
