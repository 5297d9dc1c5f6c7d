package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that there are not: one line, exit code 2, nothing left behind. */
class CausalBadInputTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() {
        cli = new Cli(directory);
    }

    private void refused(String command, String... sentences) throws IOException {
        List<String> before = cli.files();
        Cli.Result result = cli.run(command);
        assertEquals(ExitCode.REFUSED, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        for (String sentence : sentences) {
            assertTrue(result.err().contains(sentence), result.err());
        }
        assertEquals("", result.out());
        assertEquals(before, cli.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nodes=0                                      | nodes is '0': allowed is 1 to 1024, or a range as 5..20
            nodes=1025                                   | nodes is '1025'
            nodes=9..5                                   | nodes is '9..5'
            nodes=many                                   | nodes is 'many'
            nodes=30 padding=20                          | padding is '20': allowed is auto, or 30, the most nodes, to 1024
            padding=2000                                 | padding is '2000': allowed is auto, or the most nodes to 1024
            rows=0                                       | rows is '0': allowed is 1 to 1000000
            rows=-1                                      | rows is '-1'
            nodes=1024 rows=1000000                      | takes 4194304000000 bytes in one piece: allowed is up to 4294967296 by fewer nodes, rows
            nodes=1024 rows=1000000 fields=base          | an instance of 1024 nodes, 1000000 rows and 0 worlds of 1000000 rows takes
            graph=erdos-renyi(1.5)                       | graph is 'erdos-renyi(1.5)': allowed is p from 0 to 1
            graph=erdos-renyi(-0.1)                      | graph is 'erdos-renyi(-0.1)': allowed is p from 0 to 1
            graph=erdos-renyi(nan)                       | graph is 'erdos-renyi(nan)'
            graph=erdos-renyi()                          | graph is 'erdos-renyi()': allowed is erdos-renyi(p)
            graph=erdos-renyi(0.5                        | graph is 'erdos-renyi(0.5': allowed is erdos-renyi(p)
            nodes=5 graph=erdos-renyi-exact(11)          | graph is 'erdos-renyi-exact(11)': allowed is s up to 10, the edges n(n - 1)/2 of 5 nodes
            graph=erdos-renyi-exact(2.5)                 | allowed is an integer s from 0 to 1000000
            nodes=8 graph=small-world(3,0.1)             | graph is 'small-world(3,0.1)': allowed is an even k
            nodes=4..9 graph=small-world(4,0.1)          | allowed is k up to 3, the neighbours n - 1 of 4 nodes
            nodes=3 graph=hierarchical(2,5)              | allowed is l up to 3, the levels n of 3 nodes
            graph=scale-free(0)                          | allowed is an integer m from 1 to 1000
            graph=stochastic-block(2,3,1.5)              | allowed is d from 0 to 1
            graph=barabasi(2)                            | graph is 'barabasi(2)': allowed is erdos-renyi(p), erdos-renyi-edges(e)
            graph=0.5*full+0.4*erdos-renyi(0.5)          | allowed is weights above 0 that sum to 1, as 0.7*a + 0.3*b
            mechanism=0.5*linear+0.4*mlp                 | mechanism is '0.5*linear+0.4*mlp': allowed is weights above 0 that sum to 1
            mechanism=0*linear+1*mlp                     | allowed is weights above 0 that sum to 1
            mechanism=linear+mlp                         | mechanism is 'linear+mlp': allowed is weights above 0 that sum to 1
            mechanism=linar                              | mechanism is 'linar': allowed is linear, rff-gp
            mechanism=                                   | mechanism is '': allowed is linear
            noise=cauchy                                 | noise is 'cauchy': allowed is gaussian, exponential
            noise-scale=-1                               | noise-scale is '-1': allowed is a law without negative numbers
            noise-scale=normal(1,0.1)                    | noise-scale is 'normal(1,0.1)': allowed is a law without negative numbers
            weight=uniform(2,1)                          | weight is 'uniform(2,1)': allowed is a number, uniform(a,b)
            weight=1e9                                   | weight is '1e9': allowed is a number
            bias=nan                                     | bias is 'nan': allowed is a number
            length-scale=0                               | length-scale is '0': allowed is a law of numbers above 0
            degrees-of-freedom=2                         | degrees-of-freedom is '2': allowed is 2.1 to 1000
            features=0                                   | features is '0': allowed is 1 to 1024
            hidden=2000                                  | hidden is '2000': allowed is 1 to 1024
            polynomial-degree=6                          | polynomial-degree is '6': allowed is 1 to 5
            heteroscedastic=maybe                        | heteroscedastic is 'maybe': allowed is true, false
            largest=0                                    | largest is '0': allowed is 1 to 1e38
            scaling=zscore                               | scaling is 'zscore': allowed is none, z-score, internal
            worlds=twins                                 | worlds is 'twins': allowed is twin, fresh
            intervention=soft                            | intervention is 'soft': allowed is hard, hard-per-row, shift
            intervention-value=five                      | intervention-value is 'five': allowed is a number
            intervened-rows=65                           | intervened-rows is '65': allowed is auto, or up to the rows of the base, 64, in twin worlds
            nodes=5 targets=6                            | targets is '6': allowed is all, or 1 to 5, the nodes
            targets=0                                    | targets is '0'
            target-size=2                                | target-size is '2': allowed is 1 where targets is all: give a number of targets
            target-size=65 targets=1                     | target-size is '65': allowed is 1 to 64, or a range as 1..3
            nodes=3..9 targets=2 target-size=1..4        | target-size is '1..4': allowed is up to 3, the nodes of the smallest graph
            fields=bse                                   | fields is 'bse': allowed is auto, all that go with the rest, or some of base, intervened, delta
            fields=                                      | fields is ''
            fields=base,                                 | fields is 'base,'
            fields=base,target                           | fields has target, which needs intervened or delta beside it
            worlds=fresh fields=base,delta               | fields has delta, and worlds is fresh: rows have no twins
            mechanism=mlp fields=base,total-effects      | fields has total-effects, and mechanism is not linear alone
            mechanism=0.5*linear+0.5*mlp fields=weights  | fields has weights, and mechanism is not linear alone
            edges=5                                      | --set: causal has no key 'edges'
            """)
    void settings(String settings, String sentence) throws IOException {
        refused("generate causal --count 5 --out new/d --set " + settings.replace(" ", " --set "), sentence);
    }

    /** Values that grow from node to node, whatever graph is drawn. */
    @Test
    void anInstanceWhoseValuesOverflowEndsTheRun() throws IOException {
        List<String> before = cli.files();
        Cli.Result result = cli.run("generate causal --count 3 --quiet --out new/d --set mechanism=polynomial"
                + " --set polynomial-degree=5 --set nodes=20 --set graph=full --set rows=1 --set targets=1");
        assertEquals(ExitCode.REFUSED, result.code(), result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(
                result.err()
                        .matches(
                                "(?s)millrace: instance \\d: each of 10000 graphs had a value beyond largest, 1.0E30: .*"),
                result.err());
        assertEquals(before, cli.files());
    }

    /** A later instance of more nodes than the first: what is finished stays, and the same command ends there again. */
    @Test
    void shardsBeforeTheInstanceThatOverflowsStay() throws IOException {
        String command = "generate causal --count 9 --seed 1 --shard-size 1 --workers 1 --batch 1 --quiet --out d"
                + " --set nodes=1..20 --set mechanism=polynomial --set polynomial-degree=5 --set graph=full"
                + " --set rows=1 --set targets=1";
        Cli.Result first = cli.run(command);
        assertEquals(ExitCode.REFUSED, first.code(), first.out());
        assertTrue(first.err().startsWith("millrace: instance 1: each of 10000 graphs had a value"), first.err());
        List<String> left = cli.files();
        assertTrue(
                left.containsAll(List.of("d/000000/base.npy", "d/000000/shard.json", "d/plan.json")), left::toString);
        assertTrue(left.stream().noneMatch(file -> file.contains("000001")), left::toString);
        assertTrue(left.stream().noneMatch(file -> file.contains("manifest")), left::toString);
        Cli.Result again = cli.run(command);
        assertEquals(first.err(), again.err());
        assertEquals(left, cli.files());
    }

    @Test
    void benchEndsWhereValuesOverflow() {
        Cli.Result result = cli.run("bench causal --nodes 2 --workers 1 --batch 4 --seconds 0.1 --set rows=1"
                + " --set largest=1 --set intervention-value=5");
        assertEquals(ExitCode.REFUSED, result.code(), result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("millrace: instance 0: each of 10000 graphs"), result.err());
    }

    @Test
    void benchAndMisplacedOptions() throws IOException {
        refused("bench causal --nodes 0 --seconds 0.1", "nodes is '0'");
        refused("bench causal --nodes 5 --seconds 0.1 --set graph=erdos-renyi(2)", "allowed is p from 0 to 1");
        refused("bench causal --nodes 5 --rows 4", "settings of a workload are given as --set rows=VALUE");
        refused("generate causal --out d", "Missing required option: '--count=N'");
        refused("generate causal --count 5 --parameters p.csv --out d", "causal has no key 'parameters'");
        refused("generate causal --count 5 --nodes 9 --out d", "given as --set nodes=VALUE");
        refused("generate causal --count 90000000000000000 --out d", "--count is 90000000000000000: allowed with");
        refused("export d --format avici --out e", "there is no plan.json, so it is not a dataset");
    }
}
