/** The {@code millrace} command. */
module io.millrace.cli {
    requires info.picocli;
    requires io.millrace.core;
    requires jdk.management;
    requires me.tongfei.progressbar;
    requires org.snakeyaml.engine;

    opens io.millrace.cli to
            info.picocli;
}
