package io.millrace.radio;

import io.millrace.generator.PinnedDigests;

class RadioDigestTest extends PinnedDigests {
    RadioDigestTest() {
        super(RadioSpec.WORKLOAD);
    }
}
