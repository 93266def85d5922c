"""The drawings of the brief, as SVG: text stays text, and colours come from the page's style."""
