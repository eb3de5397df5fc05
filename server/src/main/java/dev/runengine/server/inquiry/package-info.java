/** Questions about runs, and their answers as the API shows them. */
@NullMarked
package dev.runengine.server.inquiry;

import org.jspecify.annotations.NullMarked;
