package io.millrace.latent;

import io.millrace.generator.PinnedDigests;

class LatentDigestTest extends PinnedDigests {
    LatentDigestTest() {
        super(LatentSpec.WORKLOAD);
    }
}
