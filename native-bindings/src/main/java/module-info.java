/** Other people's libraries, called through the Foreign Function and Memory API. */
module io.millrace.natives {
    requires transitive io.millrace.core;

    exports io.millrace.natives.lal;
}
