"""The screens that devices have, as they report themselves: Amazon's viewport profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Viewport:
    """A screen of `width` by `height` pixels; 160 of these an inch are one density-independent pixel each."""

    width: int
    height: int
    round: bool = False
    dpi: int = 160
    mode: str = "HUB"
    touch: bool = True
    arc_minutes: tuple[int, int] = (346, 216)  # how large it looks from where people usually are

    @property
    def shape(self) -> str:
        """The name that Amazon has for the shape."""
        return "ROUND" if self.round else "RECTANGLE"

    def described(self) -> dict[str, Any]:
        """What a request says of it."""
        across, down = self.arc_minutes
        return {
            "shape": self.shape,
            "mode": self.mode,
            "dpi": self.dpi,
            "pixelWidth": self.width,
            "pixelHeight": self.height,
            "currentPixelWidth": self.width,
            "currentPixelHeight": self.height,
            "touch": ["SINGLE"] if self.touch else [],
            "keyboard": [] if self.touch else ["DIRECTION"],
            "experiences": [
                {"arcMinuteWidth": across, "arcMinuteHeight": down, "canRotate": False, "canResize": False}
            ],
        }


LARGE = "hub_landscape_large"

VIEWPORTS: Mapping[str, Viewport] = {
    LARGE: Viewport(1280, 800),
    "hub_landscape_medium": Viewport(1024, 600, arc_minutes=(324, 190)),
    "hub_landscape_small": Viewport(960, 480, arc_minutes=(246, 123)),
    "hub_round_small": Viewport(480, 480, round=True, arc_minutes=(144, 144)),
    "tv_landscape_xlarge": Viewport(1920, 1080, dpi=320, mode="TV", touch=False, arc_minutes=(1300, 720)),
}
