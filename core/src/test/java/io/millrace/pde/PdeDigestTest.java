package io.millrace.pde;

import io.millrace.generator.PinnedDigests;

class PdeDigestTest extends PinnedDigests {
    PdeDigestTest() {
        super(PdeSpec.WORKLOAD);
    }
}
