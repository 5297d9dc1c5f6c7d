package io.millrace.causal;

import io.millrace.generator.PinnedDigests;

class CausalDigestTest extends PinnedDigests {
    CausalDigestTest() {
        super(CausalSpec.WORKLOAD);
    }
}
