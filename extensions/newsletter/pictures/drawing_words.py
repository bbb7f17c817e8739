# SPDX-License-Identifier: EUPL-1.2
"""The elements, attributes and properties of SVG (1.1, 2) and CSS that a drawing may have: those that only draw.

Not among them: programs, links, animations (which can change where a reference leads), foreign markup, fonts.
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    """Return the names in *text*."""
    return frozenset(text.split())


TEXTS = _names("desc style text textPath title tspan")
"""Elements whose text is shown, spoken, or a style sheet."""

ELEMENTS = TEXTS | _names(
    """
    circle clipPath defs ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence filter g image line linearGradient marker mask path pattern polygon polyline radialGradient
    rect stop svg switch symbol use
    """
)

DROPPED_ELEMENTS = _names("metadata view")
"""Elements of SVG that draw nothing: they are left out without a word."""

REFERRING = _names("feImage filter linearGradient pattern radialGradient textPath use")
"""Elements that may name a part of the drawing."""

PROPERTIES = _names(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-rendering cursor cx cy d direction display dominant-baseline fill fill-opacity fill-rule filter
    flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust
    font-stretch font-style font-variant font-variant-alternates font-variant-caps font-variant-east-asian
    font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings font-weight
    glyph-orientation-horizontal glyph-orientation-vertical height image-rendering inline-size isolation kerning
    letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
    mix-blend-mode opacity overflow paint-order pointer-events r rx ry shape-rendering stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
    stroke-width text-align text-anchor text-decoration text-decoration-color text-decoration-line
    text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform transform
    transform-box transform-origin unicode-bidi vector-effect visibility white-space width word-spacing writing-mode
    x y
    """
)
"""Properties in styles; most are attributes as well, with the same values."""

PLAIN_ATTRIBUTES = _names(
    """
    amplitude azimuth baseFrequency baseProfile bias class clipPathUnits cx cy d diffuseConstant divisor dx dy
    edgeMode elevation exponent filterUnits fr fx fy gradientTransform gradientUnits height id in in2 intercept k1
    k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth
    maskContentUnits maskUnits method mode numOctaves offset operator order orient pathLength patternContentUnits
    patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
    primitiveUnits r radius refX refY result role rotate rx ry scale seed side slope spacing specularConstant
    specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues
    targetX targetY textLength transform type values version viewBox width x x1 x2 xChannelSelector y y1 y2
    yChannelSelector z
    """
)
"""Attributes that are no style and name nothing."""

DROPPED_ATTRIBUTES = _names(
    """
    block-progression contentScriptType contentStyleType enable-background externalResourcesRequired focusable media
    requiredExtensions requiredFeatures shape-inside shape-padding tabindex zoomAndPan
    """
)
"""Attributes that change nothing in a picture that stands still: they are left out without a word."""

FUNCTIONS = _names(
    """
    calc circle clamp color color-mix ellipse hsl hsla hwb inset lab lch matrix max min oklab oklch path polygon rect
    rgb rgba rotate scale scalex scaley skew skewx skewy translate translatex translatey
    """
)
"""Functions in values: colours, transformations, shapes."""

VALUE_TOKENS = _names("dimension hash ident number percentage string whitespace")
"""Tokens (CSS Syntax Level 3) that name nothing, whatever stands in them."""

LARGEST = {"stdDeviation": 200, "numOctaves": 10, "radius": 50, "order": 9}
"""The largest numbers of filters: beyond, a drawing takes minutes, or all the memory."""
