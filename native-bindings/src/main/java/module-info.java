/** Other people's libraries, called through the Foreign Function and Memory API. */
module io.millrace.natives {
    requires transitive io.millrace.core;

    exports io.millrace.natives.lal;

    provides io.millrace.generator.BackendProvider with
            io.millrace.natives.lal.LalBackend;
}
