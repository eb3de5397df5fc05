/** Who may ask: bearer tokens of an issuer, or everybody on this machine. */
@NullMarked
package dev.runengine.server.security;

import org.jspecify.annotations.NullMarked;
