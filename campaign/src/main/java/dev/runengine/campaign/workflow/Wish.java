package dev.runengine.campaign.workflow;

/**
 * What a person may ask to have otherwise than planned: how a change request of {@code campaign.build} says it, how the
 * trigger of an update workflow says it, and where the base run shows what was made last.
 */
enum Wish {
    PICTURE_PROMPT("", "intro_overrides.prompt", "intro_image", "data.generation_params.prompt"),
    HEADLINE("intro.introText", "intro_overrides.headline", "intro_image", "data.generation_params.headline"),
    PICTURE_STYLE("intro.style", "intro_overrides.style", "intro_image", "data.generation_params.style"),
    PICTURE_MOOD("", "intro_overrides.mood", "intro_image", "data.generation_params.mood"),
    PICTURE_PALETTE("intro.palette", "intro_overrides.palette", "intro_image", "data.generation_params.palette"),
    MOTION("intro.motion", "intro_overrides.motion", "intro_video", "data.generation_params.prompt"),
    WIN_TEXT("outcome.winText", "outcome_overrides.win_message", "outcome_win", "data.generation_params.text"),
    LOSE_TEXT("outcome.loseText", "outcome_overrides.lose_message", "outcome_lose", "data.generation_params.text"),
    WIN_PROMPT("", "outcome_overrides.win_prompt", "outcome_win", "data.generation_params.prompt"),
    LOSE_PROMPT("", "outcome_overrides.lose_prompt", "outcome_lose", "data.generation_params.prompt"),
    OUTCOME_MOOD("outcome.mood", "outcome_overrides.mood", "outcome_win", "data.generation_params.mood"),
    GENRE("audio.audioStyle", "audio_overrides.genre", "bgm", "data.generation_params.genre"),
    MUSIC_MOOD("", "audio_overrides.mood", "bgm", "data.generation_params.mood"),
    TEMPO("audio.bpm", "audio_overrides.bpm", "bgm", "data.bpm"),
    EFFECTS("", "audio_overrides.sfx_list", "", ""),
    VOLUME_BOOST("audio.volumeBoost", "audio_overrides.volume_boost", "audio_mix", "data.loudness_info.volume_boost"),
    GAME("game_config.template_id", "game_overrides.template_id", "game_config", "data.template_id"),
    DIFFICULTY("game_config.difficulty", "game_overrides.difficulty", "", ""),
    GAME_SECONDS(
            "game_config.duration_sec", "game_overrides.duration_sec", "game_config", "data.settings.duration_sec"),
    GAME_COPY("game_config.copy", "game_overrides.copy", "", ""),
    PRIZE("", "asset_constraints.prompt", "generate_3d_asset", "data.generation_params.prompt"),
    PRIZE_THEME("", "asset_constraints.theme", "", ""),
    TRIANGLES("", "asset_constraints.max_triangles", "", "");

    /** Under {@code /changes}; empty where no change request may ask for it. */
    final String change;

    /** In the trigger of an update workflow. */
    final String override;

    /** The step of the base run that shows it, and where; empty where none does. */
    final String madeBy;

    final String made;

    Wish(String change, String override, String madeBy, String made) {
        this.change = change;
        this.override = override;
        this.madeBy = madeBy;
        this.made = made;
    }
}
