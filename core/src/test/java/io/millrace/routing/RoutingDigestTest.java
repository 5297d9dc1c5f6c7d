package io.millrace.routing;

import io.millrace.generator.PinnedDigests;

class RoutingDigestTest extends PinnedDigests {
    RoutingDigestTest() {
        super(CvrpSpec.WORKLOAD);
    }
}
