package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.paint.ValueNoise;
import dev.runengine.campaign.random.SplitMix;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of many kinds that have everything but a start button, seeded. */
enum BarePictures {
    ONE_COLOUR {
        @Override
        void paint(Page page) {
            page.ground(page.colour());
        }
    },
    LINEAR_GRADIENT {
        @Override
        void paint(Page page) {
            page.shaded();
        }
    },
    RADIAL_GRADIENT {
        @Override
        void paint(Page page) {
            page.canvas.fill(
                    page.everywhere(),
                    Ramp.of(page.colour(), page.colour()).radial(page.width / 2, page.height * 0.8, page.width * 0.9));
        }
    },
    WHITE_NOISE {
        @Override
        void paint(Page page) {
            page.pixels((_, _) -> new Rgb((int) page.random.nextLong() & 0xffffff));
        }
    },
    COARSE_NOISE {
        @Override
        void paint(Page page) {
            page.pixels((x, y) -> new Rgb((int) new SplitMix(x / 40 * 7919L + y / 40).nextLong() & 0xffffff));
        }
    },
    CLOUDS {
        @Override
        void paint(Page page) {
            page.fractal(240, 240);
        }
    },
    WOOD {
        @Override
        void paint(Page page) {
            page.fractal(700, 30);
        }
    },
    LANDSCAPE {
        @Override
        void paint(Page page) {
            var noise = new ValueNoise(page.random.nextLong());
            var colours = List.of(page.colour(), page.colour(), page.colour(), page.colour());
            page.pixels((x, y) -> {
                int layer = 0;
                for (int i = 1; i < 4; i++) {
                    layer = y > page.height * (0.2 + 0.2 * i) + 300 * (noise.fractal(x / 300.0, i * 9, 5) - 0.5)
                            ? i
                            : layer;
                }
                return colours.get(layer).mix(Rgb.BLACK, 0.3 * noise.fractal(x / 50.0, y / 50.0, 4));
            });
        }
    },
    STRIPES {
        @Override
        void paint(Page page) {
            page.ground(page.colour());
            var colour = page.colour();
            for (int y = 0; y < page.height; y += 220) {
                page.canvas.fill(new Rectangle2D.Double(0, y, page.width, 110), colour);
            }
        }
    },
    CHECKERBOARD {
        @Override
        void paint(Page page) {
            var one = page.colour();
            var other = page.colour();
            page.pixels((x, y) -> (x / 180 + y / 90) % 2 == 0 ? one : other);
        }
    },
    CONFETTI {
        @Override
        void paint(Page page) {
            page.shaded();
            for (int i = 0; i < 60; i++) {
                page.motif(page.random.between(0.02, 0.12));
            }
        }
    },
    PORTRAIT {
        @Override
        void paint(Page page) {
            page.fractal(500, 500);
            var skin = page.colour();
            page.canvas.fill(new Ellipse2D.Double(140, 1200, 800, 1000), page.colour());
            page.canvas.fill(new Ellipse2D.Double(290, 500, 500, 760), skin);
            page.canvas.fill(new Ellipse2D.Double(400, 780, 90, 60), Rgb.BLACK);
            page.canvas.fill(new Ellipse2D.Double(590, 780, 90, 60), Rgb.BLACK);
            page.canvas.fill(new Ellipse2D.Double(440, 1050, 200, 70), page.colour());
        }
    },
    POSTER {
        @Override
        void paint(Page page) {
            page.shaded();
            page.text("GRAND OPENING", 90, 150, 900, 420, Typeface.TITLE, 2);
            page.text("Saturday, nine to five", 140, 1100, 800, 160, Typeface.TEXT, 1);
            page.text("Main Street 12", 240, 1560, 600, 130, Typeface.TEXT, 1);
        }
    },
    WORD_ON_CLOUDS {
        @Override
        void paint(Page page) {
            page.fractal(240, 240);
            page.text("Play", 290, 1500, 500, 160, Typeface.TITLE, 1);
        }
    },
    BOOK_PAGE {
        @Override
        void paint(Page page) {
            page.ground(new Rgb(0xf6f1e4));
            for (int line = 0; line < 26; line++) {
                page.line(
                        "It was a bright cold day in spring and all the clocks", 110, 160 + line * 62, 860, Rgb.BLACK);
            }
        }
    },
    LIST_OF_CARDS {
        @Override
        void paint(Page page) {
            page.ground(page.colour());
            var face = page.colour();
            for (int row = 0; row < 5; row++) {
                page.card(70, 140 + row * 340, 940, 290, 40, face);
                page.line("An item of the list", 130, 250 + row * 340, 560, face.readableText());
            }
        }
    },
    GRID_OF_CARDS {
        @Override
        void paint(Page page) {
            page.ground(page.colour());
            for (int i = 0; i < 8; i++) {
                var face = page.colour();
                double x = 60 + i % 2 * 490;
                double y = 90 + i / 2 * 450;
                page.card(x, y, 470, 420, 30, face);
                page.line("Card " + i, x + 90, y + 230, 280, face.readableText());
            }
        }
    },
    KEYPAD {
        @Override
        void paint(Page page) {
            page.ground(Rgb.BLACK);
            for (int i = 0; i < 12; i++) {
                double x = 90 + i % 3 * 310;
                double y = 620 + i / 3 * 290;
                page.card(x, y, 280, 220, 110, new Rgb(0x444444));
                page.line(Integer.toString(i), x + 90, y + 140, 100, Rgb.WHITE);
            }
        }
    },
    PHONE_SCREEN {
        @Override
        void paint(Page page) {
            page.ground(new Rgb(0xf4f5f7));
            page.card(0, 0, 1080, 90, 0, page.colour());
            page.card(0, 90, 1080, 150, 0, page.colour());
            page.line("Messages", 60, 190, 300, Rgb.WHITE);
            for (int row = 0; row < 8; row++) {
                double y = 270 + row * 180;
                page.canvas.fill(new Ellipse2D.Double(50, y, 130, 130), page.colour());
                page.line("Somebody wrote this", 220, y + 60, 420, Rgb.BLACK);
                page.line("And what it says goes on for longer than that", 220, y + 115, 720, new Rgb(0x777777));
                page.card(220, y + 160, 860, 2, 0, new Rgb(0xdddddd));
            }
            page.card(0, 1760, 1080, 160, 0, Rgb.WHITE);
            for (int i = 0; i < 4; i++) {
                page.canvas.fill(new Ellipse2D.Double(100 + i * 260, 1800, 80, 80), new Rgb(0x99a0aa));
            }
        }
    },
    BAR_CHART {
        @Override
        void paint(Page page) {
            page.ground(Rgb.WHITE);
            for (int i = 0; i < 7; i++) {
                double tall = 1000 * page.random.nextDouble();
                page.card(120 + i * 125, 1600 - tall, 90, tall, 0, page.colour());
            }
            page.line("Visitors by day", 120, 1750, 500, Rgb.BLACK);
        }
    },
    FRAMED_PICTURE {
        @Override
        void paint(Page page) {
            page.ground(page.colour());
            page.card(140, 300, 800, 1200, 0, page.colour());
            page.card(200, 360, 680, 1080, 0, page.colour());
            for (int i = 0; i < 3; i++) {
                page.motif(0.15);
            }
        }
    },
    PACKAGE {
        @Override
        void paint(Page page) {
            page.shaded();
            page.canvas.fill(new Ellipse2D.Double(240, 660, 600, 600), page.colour());
            page.text("Roasted by hand", 340, 860, 400, 200, Typeface.TITLE, 2);
        }
    };

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    abstract void paint(Page page);

    BufferedImage picture(long seed) {
        try (var canvas = Canvas.opaque(WIDTH, HEIGHT)) {
            paint(new Page(canvas, new SplitMix(seed * 104729 + ordinal()), WIDTH, HEIGHT));
            return canvas.image();
        }
    }

    @FunctionalInterface
    interface Pixel {
        Rgb at(int x, int y);
    }

    record Page(Canvas canvas, SplitMix random, double width, double height) {
        Rgb colour() {
            return OkLab.ofLch(random.between(0.25, 0.92), random.between(0.02, 0.2), random.between(0, 360))
                    .toRgb();
        }

        Shape everywhere() {
            return new Rectangle2D.Double(0, 0, width, height);
        }

        void ground(Rgb colour) {
            canvas.fill(everywhere(), colour);
        }

        void shaded() {
            canvas.fill(everywhere(), Ramp.of(colour(), colour()).linear(0, 0, width * random.nextDouble(), height));
        }

        void pixels(Pixel pixel) {
            for (int y = 0; y < canvas.height(); y++) {
                for (int x = 0; x < canvas.width(); x++) {
                    canvas.image().setRGB(x, y, pixel.at(x, y).value());
                }
            }
        }

        /** As a photo of something without edges. */
        void fractal(double featureWidth, double featureHeight) {
            var noise = new ValueNoise(random.nextLong());
            var dark = colour();
            var light = colour();
            pixels((x, y) -> dark.mix(light, noise.fractal(x / featureWidth, y / featureHeight, 6)));
        }

        void motif(double share) {
            var pose = new Pose(
                    random.nextDouble() * width, random.nextDouble() * height, width * share, random.between(0, 6));
            canvas.fill(pose.place(random.pick(List.of(Motif.values())).shape(1)), colour());
        }

        void card(double x, double y, double wide, double tall, double arc, Rgb colour) {
            canvas.fill(new RoundRectangle2D.Double(x, y, wide, tall, arc, arc), colour);
        }

        void text(String text, double x, double y, double wide, double tall, Typeface face, int lines) {
            var room = new Rectangle2D.Double(x, y, wide, tall);
            canvas.fill(TextBlock.fit(text, face, room, tall, lines).shape(), colour());
        }

        void line(String text, double x, double baseline, double wide, Rgb colour) {
            var room = new Rectangle2D.Double(x, baseline - 60, wide, 70);
            canvas.fill(TextBlock.fit(text, Typeface.TEXT, room, 46, 1).shape(), colour);
        }
    }
}
