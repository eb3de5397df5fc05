package dev.runengine.campaign.copy;

/** The texts of one campaign. @param language BCP 47 primary subtag, {@code und} where it cannot be told */
public record CampaignCopy(
        String introHeadline,
        String introSubtext,
        String winMessage,
        String loseMessage,
        String ctaText,
        String language) {}
