package dev.lectern.app;

import dev.lectern.app.cli.Program;
import dev.lectern.app.cli.Shell;

/** Where the process begins and ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Shell shell = Shell.ofProcess();
        int status = new Program(shell).run(args);
        shell.out().flush();
        shell.err().flush();
        System.exit(status);
    }
}
