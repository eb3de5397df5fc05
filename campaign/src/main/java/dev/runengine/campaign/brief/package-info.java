/** What a brief asks for, said or implied: theme, game, colours, difficulty, mood and language, found by word lists. */
@NullMarked
package dev.runengine.campaign.brief;

import org.jspecify.annotations.NullMarked;
