package dev.runengine.campaign.mesh.simplify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What the programs in child JVMs have in common: one question on the input, one answer on the output. */
@FunctionalInterface
interface NativeProgram {
    void answer(DataInputStream question, DataOutputStream answer) throws IOException;

    static void run(NativeProgram program) {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        try (var out = new DataOutputStream(new BufferedOutputStream(System.out))) {
            program.answer(in, out);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            fail("meshoptimizer for this platform is missing or cannot be loaded (" + e.getMessage()
                    + "). It comes with the natives jar of org.lwjgl:lwjgl-meshoptimizer.");
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
