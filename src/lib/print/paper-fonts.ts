/** The family as pdfmake knows it. */
export const FONT_FAMILY = 'NotoSans';

/**
 * The faces that every paper is set in, served from `static/fonts`: Noto Sans 2.015 subset to every letter that a name may hold
 * (`domain/text/name-letters`), ₸, № and the signs of the papers. Made with fontTools.subset (features kern, mark, mkmk, ccmp, locl;
 * no hinting) and fontTools.merge; shapes and arrows are from Noto Sans Symbols 2. pdfmake's own Roboto drops ₸ without a word.
 */
export const FONT_FILES = { normal: 'NotoSans-Regular.ttf', bold: 'NotoSans-Bold.ttf' } as const;
