package dev.runengine.campaign.badinput;

import static dev.runengine.campaign.badinput.BadInputs.LONG_TEXT;

import dev.runengine.campaign.game.GameSkills;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Skill by skill, what it must refuse. */
final class CampaignBadInputs {
    private static final String[] NO_COLOUR = {"'red'", "'#12345'", "'#GG0000'", "'#FF0000; x'", "5", "null"};
    private static final String[] NO_COUNT = {"-1", "0.5", "1e300", "9007199254740993e5", "'NaN'", "'Infinity'", "[]"};
    private static final String[] NO_SECONDS = {"0", "-3", "1e300", "'NaN'", "'1e400'", "true"};
    private static final String[] NO_TEMPLATE = {"'no_such_game'", "'../quiz'", "''", "7"};
    private static final String[] NO_ADDRESS = {"''", "'artifact:sha256:cafe'", "'../../etc/passwd'", "'file:///x'", "5"
    };
    private static final String ADDRESS = "artifact:sha256:" + "0".repeat(64);
    private static final String PALETTE =
            "{'primary': '#C62828', 'secondary': '#FFF3E0', 'accent': '#FFD600', 'background': '#102030'}";

    private CampaignBadInputs() {}

    /** @param scratch a folder for a moment */
    static Stream<BadInput> rows(Path scratch) {
        return Stream.of(planning(), advice(), pictures(), videos(), sounds(), models(), games(scratch), judges())
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> planning() {
        return BadInputs.of("campaign_plan_from_brief", "{'brief': 'Winter sale', 'constraints': {}}")
                .with("/brief", "''", "'   '", "5", "{}", "[]", "null", LONG_TEXT)
                .with("/constraints/max_game_duration_sec", NO_COUNT)
                .with("/constraints/language", "'../de'", "'x'", LONG_TEXT)
                .named("10,000 themes", "/constraints/excluded_themes", list("'winter'", 10_000))
                .rows();
    }

    private static Stream<BadInput> advice() {
        var plan = BadInputs.of("intelligence_plan", "{'brief': 'Winter sale', 'constraints': {}}")
                .with("/brief", "''", "'   '", "5", "{}", "[]", "null", LONG_TEXT)
                .with("/constraints/max_game_duration_sec", NO_COUNT)
                .named("10,000 themes", "/constraints/excluded_themes", list("'winter'", 10_000));
        var brief = BadInputs.of("extract_theme_from_brief", "{'brief': 'Winter sale'}")
                .with("/brief", "''", "'   '", "5", "{}", "[]", "null", LONG_TEXT);
        var image = BadInputs.of("extract_theme_from_image", "{'image_uri': '%s'}".formatted(ADDRESS))
                .with("/image_uri", NO_ADDRESS)
                .with("/max_colors", "0", "1", "1000", "1e300", "'NaN'")
                .file("/image_uri", "'%s'", BadFile.values());
        var copy = BadInputs.of("generate_campaign_copy", """
                        {'campaign_context': {'title': 'Winter'}, 'copy_types': ['headline'], 'tone': 'calm',
                         'variations_count': 3}""")
                .with("/campaign_context", "{}", "'Winter'", "null")
                .with("/copy_types", "[]", "['haiku']", "['headline', 'headline']", "'headline'")
                .with("/tone", "''", "5", LONG_TEXT)
                .with("/variations_count", "0", "1000", "1.5", "'NaN'", "1e300");
        return Stream.of(plan, brief, image, copy).flatMap(BadInputs::rows);
    }

    private static Stream<BadInput> pictures() {
        var paint = BadInputs.of("generate_intro_image", """
                        {'prompt': 'Winter', 'palette': %s, 'specs': {}, 'brand_assets': []}""".formatted(PALETTE))
                .with("/prompt", "''", "5", LONG_TEXT)
                .with("/headline", LONG_TEXT)
                .with("/palette/primary", NO_COLOUR)
                .with("/specs/width", "0", "-1", "50000", "'NaN'", "1e300")
                .with("/specs/aspect_ratio", "'9:0'", "'0:1'", "'wide'")
                .with("/seed", NO_COUNT)
                .with("/template_id", NO_TEMPLATE)
                .named("10,000 motifs", "/motifs", list("'star'", 10_000))
                .file("/brand_assets", "[{'uri': '%s', 'type': 'logo'}]", BadFile.values());
        var segment = BadInputs.of("segment_start_button", "{'image_uri': '%s'}".formatted(ADDRESS))
                .with("/image_uri", NO_ADDRESS)
                .with("/confidence_threshold", "-1", "2", "'NaN'", "1e300")
                .with("/button_hint", LONG_TEXT)
                .file("/image_uri", "'%s'", BadFile.values());
        return Stream.of(paint, segment).flatMap(BadInputs::rows);
    }

    private static Stream<BadInput> videos() {
        var intro = BadInputs.of(
                        "generate_intro_video_loop",
                        "{'image_uri': '%s', 'motion_params': {}, 'specs': {}}".formatted(ADDRESS))
                .with("/image_uri", NO_ADDRESS)
                .with("/motion_prompt", LONG_TEXT)
                .with("/motion_params/speed", "0", "-1", "1e300", "'NaN'")
                .with("/specs/duration_sec", NO_SECONDS)
                .with("/specs/width", "0", "-2", "541", "100000")
                .with("/specs/fps", "0", "1000")
                .with("/button", "{'x': -5, 'y': 0, 'width': 10, 'height': 10}", "{'x': 1}", "'top'")
                .file("/image_uri", "'%s'", BadFile.values());
        return Stream.concat(intro.rows(), Stream.of("win", "lose").flatMap(CampaignBadInputs::outcome));
    }

    private static Stream<BadInput> outcome(String which) {
        return BadInputs.of(
                        "generate_outcome_video_" + which,
                        "{'theme': {'palette': %s}, 'text_overlay': {}, 'specs': {}}".formatted(PALETTE))
                .with("/" + which + "_text", "5", LONG_TEXT)
                .with("/prompt", LONG_TEXT)
                .with("/theme/palette/accent", NO_COLOUR)
                .with("/text_overlay/color", "'transparent'")
                .with("/specs/duration_sec", NO_SECONDS)
                .with("/specs/height", "0", "-2", "961", "100000")
                .named("10,000 motifs", "/theme/motifs", list("'star'", 10_000))
                .rows();
    }

    private static Stream<BadInput> sounds() {
        var music = BadInputs.of("generate_bgm_track", "{'style': {'genre': 'pop'}, 'duration_sec': 10}")
                .with("/style/genre", "'waltz'", "'../pop'", "''", "5")
                .with("/style/energy_level", "-1", "2", "'NaN'")
                .with("/bpm", "0", "-90", "1e300", "'NaN'")
                .with("/duration_sec", NO_SECONDS)
                .with("/custom_prompt", LONG_TEXT)
                .with("/seed", NO_COUNT);
        var effects = BadInputs.of("generate_sfx_pack", "{'sfx_list': [{'name': 'tap', 'intent': 'click'}]}")
                .with("/sfx_list", "[]", "'click'", "null")
                .named("10,000 effects", "/sfx_list", list("{'name': 'tap', 'intent': 'click'}", 10_000))
                .with("/sfx_list/0/name", "'../x'", "'a/b'", "'a\\\\b'", "'.'", "''", "'NUL '", LONG_TEXT)
                .with("/sfx_list/0/intent", "'explode'", "null")
                .with("/sfx_list/0/duration_sec", NO_SECONDS)
                .with("/sfx_list/0/variations", NO_COUNT)
                .with("/sfx_list", "[{'name': 'tap', 'intent': 'click'}, {'name': 'tap', 'intent': 'win'}]");
        var mix = BadInputs.of("mix_audio_for_game", "{'bgm_uri': '%s', 'loudness_targets': {}}".formatted(ADDRESS))
                .with("/bgm_uri", NO_ADDRESS)
                .with("/volume_boost", "0", "-1", "1e300", "'NaN'")
                .with("/loudness_targets/bgm_lufs", "0", "-1e300", "'NaN'")
                .with("/loudness_targets/true_peak_dbfs", "3", "'NaN'")
                .named("10,000 effects", "/sfx_files", list("{'name': 'tap', 'uri': '%s'}".formatted(ADDRESS), 10_000))
                .with("/sfx_files", "[{'name': '../x', 'uri': '%s'}]".formatted(ADDRESS))
                .file("/bgm_uri", "'%s'", BadFile.values())
                .file("/sfx_manifest", "'%s'", BadFile.values());
        return Stream.of(music, effects, mix).flatMap(BadInputs::rows);
    }

    private static Stream<BadInput> models() {
        var make = BadInputs.of(
                        "generate_3d_asset",
                        "{'prompt': 'A star', 'style': {'theme': 'winter', 'category': 'prize', 'color_palette': %s}, 'poly_budget': {}}"
                                .formatted(PALETTE))
                .with("/prompt", "''", "' '", "5", LONG_TEXT)
                .with("/style/color_palette/primary", NO_COLOUR)
                .with("/poly_budget/max_triangles", "0", "-1", "1e300", "'NaN'", "2.5")
                .with("/specs", "{'format': '../obj'}")
                .with("/seed", NO_COUNT);
        var optimize = BadInputs.of(
                        "optimize_3d_asset", "{'model_uri': '%s', 'constraints': {'geometry': {}}}".formatted(ADDRESS))
                .with("/model_uri", NO_ADDRESS)
                .with("/constraints/geometry/max_triangles", "0", "-1", "1e300", "'NaN'")
                .with("/constraints/geometry/simplification_ratio", "0", "-1", "2", "'NaN'")
                .with("/constraints/lods", NO_COUNT)
                .file("/model_uri", "'%s'", BadFile.values());
        return Stream.of(make, optimize).flatMap(BadInputs::rows);
    }

    private static Stream<BadInput> games(Path scratch) {
        var config = BadInputs.of(
                        "game_config_from_template",
                        "{'template_id': 'quiz', 'theme': 'winter', 'difficulty': {'level': 'easy'}, 'color_scheme': %s, 'copy': {}}"
                                .formatted(PALETTE))
                .with("/template_id", NO_TEMPLATE)
                .with("/theme", "''", "5", LONG_TEXT)
                .with("/difficulty/win_probability", "-1", "1.1", "'NaN'", "1e300")
                .with("/color_scheme/accent", NO_COLOUR)
                .with("/copy/cta_text", "''", LONG_TEXT)
                .with("/duration_sec", NO_COUNT)
                .with("/questions", "[]", "[{'question': 'Why?', 'answers': ['a', 'b'], 'correct_index': 5}]");
        var bundle = BadInputs.of(
                        "bundle_game_template",
                        "{'template_id': 'quiz', 'game_config': %s, 'output': {}, 'assets': []}"
                                .formatted(quiz(scratch)))
                .with("/template_id", NO_TEMPLATE)
                .with("/game_config", "5", "null", "'quiz'")
                .with("/audio_uri", NO_ADDRESS)
                .with("/output/filename", "'../x.zip'", "'a/b.zip'", "'x.exe'", "'.zip'")
                .with(
                        "/button",
                        "{'x': 2000, 'y': 0, 'width': 10, 'height': 10}",
                        "{'x': -1, 'y': 0, 'width': 5, 'height': 5}")
                .named(
                        "10,000 assets",
                        "/assets",
                        list("{'uri': '%s', 'type': 'image', 'slot': 'intro_image'}".formatted(ADDRESS), 10_000))
                .file("/audio_uri", "'%s'", BadFile.values())
                .file("/assets", "[{'uri': '%s', 'type': 'model_3d', 'slot': 'model'}]", BadFile.values())
                .file("/assets", "[{'uri': '%s', 'type': 'video', 'slot': 'win_video'}]", BadFile.values())
                .file("/assets", "[{'uri': '%s', 'type': 'image', 'slot': 'intro_image'}]", BadFile.values());
        var manifest = BadInputs.of("assemble_campaign_manifest", """
                        {'campaign_id': 'c', 'campaign_name': 'C', 'intro_video_uri': '%1$s', 'game_bundle_uri': '%1$s'}""".formatted(ADDRESS))
                .with("/campaign_name", "''", "5", LONG_TEXT)
                .with("/button_bounds", "{'x': 1}", "{'x': -1, 'y': 0, 'width': 5, 'height': 5}")
                .with("/rules", "5", "[]")
                .file("/game_bundle_uri", "'%s'", BadFile.TEXT, BadFile.EMPTY, BadFile.CUT_PNG);
        return Stream.of(config, bundle, manifest).flatMap(BadInputs::rows);
    }

    private static String quiz(Path scratch) {
        var input = "{'template_id': 'quiz', 'theme': 'winter', 'difficulty': 'easy'}".replace('\'', '"');
        return ContractedSkill.of(GameSkills.all(), "game_config_from_template")
                .succeed(ContractedSkill.json(input), new LocalSkillContext(scratch))
                .toString();
    }

    /** A file that is a ZIP but no game, or one of another kind than it is said to be, is theirs to judge, not to refuse. */
    private static Stream<BadInput> judges() {
        var validate = BadInputs.of("validate_game_bundle", "{'bundle_uri': '%s'}".formatted(ADDRESS))
                .with("/bundle_uri", NO_ADDRESS)
                .with("/checks", "[]", "['luck']", "['play', 'play']", "'play'")
                .with("/target_platforms", "['fridge']", "[]")
                .with("/strict_mode", "'yes'", "null")
                .file("/bundle_uri", "'%s'", BadFile.NEVER_UPLOADED, BadFile.EMPTY, BadFile.TEXT, BadFile.CUT_PNG);
        var review = BadInputs.of("review_asset_quality", """
                        {'artifact_refs': [{'uri': '%s', 'type': 'image'}], 'rubric_id': 'general', 'context': {'palette': %s}}""".formatted(ADDRESS, PALETTE))
                .with("/artifact_refs", "[]", "null")
                .with("/artifact_refs/0/uri", NO_ADDRESS)
                .with("/artifact_refs/0/type", "'song'", "5")
                .with("/rubric_id", "'taste'", "''")
                .with("/context/palette/primary", NO_COLOUR)
                .named(
                        "10,000 artifacts",
                        "/artifact_refs",
                        list("{'uri': '%s', 'type': 'image'}".formatted(ADDRESS), 10_000))
                .file("/artifact_refs/0/uri", "'%s'", BadFile.NEVER_UPLOADED);
        return Stream.of(validate, review).flatMap(BadInputs::rows);
    }

    private static String list(String item, int count) {
        return IntStream.range(0, count).mapToObj(_ -> item).collect(Collectors.joining(",", "[", "]"));
    }
}
