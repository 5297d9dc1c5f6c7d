package io.millrace.cli.causal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/** A line that says what the colours of a graph mean. */
final class Key {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int SIGN = 24;
    private static final int GAP = 22;

    private final Graphics2D graphics;
    private final int y;

    /** A sign with its meaning; without a stroke it is a disc. */
    private record Entry(String text, Color color, Color line, BasicStroke stroke) {}

    Key(Graphics2D graphics, int y) {
        this.graphics = graphics;
        this.y = y;
    }

    void paint(Roles roles, EdgeStyle style, int width) {
        List<Entry> entries = entries(roles, style);
        graphics.setFont(FONT);
        int whole = -GAP;
        for (Entry entry : entries) {
            whole += SIGN + 6 + graphics.getFontMetrics().stringWidth(entry.text()) + GAP;
        }
        int left = (width - whole) / 2;
        for (Entry entry : entries) {
            sign(entry, left);
            graphics.setColor(Color.BLACK);
            graphics.drawString(entry.text(), left + SIGN + 6, y + 4);
            left += SIGN + 6 + graphics.getFontMetrics().stringWidth(entry.text()) + GAP;
        }
    }

    private void sign(Entry entry, int left) {
        if (entry.stroke() == null) {
            Ellipse2D disc = new Ellipse2D.Double(left + SIGN - 14, y - 7, 14, 14);
            graphics.setColor(entry.color());
            graphics.fill(disc);
            graphics.setColor(entry.line());
            graphics.setStroke(new BasicStroke(1.2f));
            graphics.draw(disc);
        } else {
            graphics.setColor(entry.color());
            graphics.setStroke(entry.stroke());
            graphics.drawLine(left, y, left + SIGN, y);
        }
    }

    private static List<Entry> entries(Roles roles, EdgeStyle style) {
        List<Entry> entries = new ArrayList<>();
        if (roles.known()) {
            int target = roles.targets().nextSetBit(0);
            entries.add(new Entry("target", roles.fill(target), roles.outline(target), null));
        }
        if (!roles.reached().isEmpty()) {
            int reached = roles.reached().nextSetBit(0);
            String text = roles.known() ? "descendants" : "other than in the base";
            entries.add(new Entry(text, roles.fill(reached), roles.outline(reached), null));
        }
        BasicStroke plain = new BasicStroke(1.6f);
        if (style.weighted()) {
            entries.add(new Entry("weight above 0", EdgeStyle.POSITIVE, null, plain));
            entries.add(new Entry("below 0", EdgeStyle.NEGATIVE, null, plain));
        } else if (!roles.reached().isEmpty()) {
            entries.add(new Entry("carries the intervention on", EdgeStyle.CARRYING, null, plain));
        }
        if (style.cuts()) {
            entries.add(new Entry("cut by it", EdgeStyle.PLAIN, null, EdgeStyle.dashed(1.6f)));
        }
        return entries;
    }
}
