/** The family as pdfmake knows it. */
export const FONT_FAMILY = 'NotoSans';

/**
 * The faces that every paper is set in, served from `static/fonts`: Noto Sans subset to Latin, Cyrillic with the
 * Kazakh letters, ₸, № and the signs of the papers. Made with fontTools.subset (features kern, mark, mkmk, ccmp, locl;
 * no hinting); shapes and arrows are from Noto Sans Symbols 2. pdfmake's own Roboto drops ₸ without a word.
 */
export const FONT_FILES = { normal: 'NotoSans-Regular.ttf', bold: 'NotoSans-Bold.ttf' } as const;
