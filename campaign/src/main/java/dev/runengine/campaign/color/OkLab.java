package dev.runengine.campaign.color;

/**
 * A colour in OKLab, where equal distances look equally different.
 *
 * @see <a href="https://bottosson.github.io/posts/oklab/">Ottosson: A perceptual color space for image processing</a>
 */
public record OkLab(double lightness, double a, double b) {
    private static final double GAMUT_SLACK = 0.001;

    public static OkLab of(Rgb colour) {
        double r = Rgb.linear(colour.red());
        double g = Rgb.linear(colour.green());
        double b = Rgb.linear(colour.blue());
        double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new OkLab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** From lightness (0 to 1), chroma and hue in degrees; chroma is lowered until the colour exists in sRGB. */
    public static OkLab ofLch(double lightness, double chroma, double hueDegrees) {
        double hue = StrictMath.toRadians(hueDegrees);
        for (double c = chroma; c > 0.001; c *= 0.95) {
            var candidate = new OkLab(lightness, c * StrictMath.cos(hue), c * StrictMath.sin(hue));
            if (candidate.inGamut()) {
                return candidate;
            }
        }
        return new OkLab(lightness, 0, 0);
    }

    public double chroma() {
        return Math.sqrt(a * a + b * b);
    }

    /** In degrees, 0 to 360. */
    public double hue() {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** How different two colours look: 0.02 is just noticeable. */
    public double distance(OkLab other) {
        double dl = lightness - other.lightness;
        double da = a - other.a;
        double db = b - other.b;
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    public Rgb toRgb() {
        var linear = linear();
        return new Rgb(encode(linear[0]) << 16 | encode(linear[1]) << 8 | encode(linear[2]));
    }

    private boolean inGamut() {
        for (double channel : linear()) {
            if (channel < -GAMUT_SLACK || channel > 1 + GAMUT_SLACK) {
                return false;
            }
        }
        return true;
    }

    private double[] linear() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int encode(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(c * 255), 0, 255);
    }
}
