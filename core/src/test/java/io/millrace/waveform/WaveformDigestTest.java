package io.millrace.waveform;

import io.millrace.generator.PinnedDigests;

class WaveformDigestTest extends PinnedDigests {
    WaveformDigestTest() {
        super(WaveformSpec.WORKLOAD);
    }
}
