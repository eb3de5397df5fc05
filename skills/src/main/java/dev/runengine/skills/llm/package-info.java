/** Skills done by a language model: JSON in, JSON out, asked again until the answer fits the schema. */
@NullMarked
package dev.runengine.skills.llm;

import org.jspecify.annotations.NullMarked;
