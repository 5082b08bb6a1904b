/** What the start hands to the program that it built, through the environment; nobody else sets these. */
export const HANDED_OVER = ['TEREZE_ROOT', 'TEREZE_FIRST_START', 'TEREZE_BUILD'] as const;

type Env = Readonly<Record<string, string | undefined>>;

/** The folder of the program; scripts of its own are started there. */
export const programFolder = (env: Env = process.env): string => env['TEREZE_ROOT'] ?? process.cwd();

/** The secret of the link by which an empty server is set up; undefined where there is none. */
export const firstStartToken = (env: Env = process.env): string | undefined => env['TEREZE_FIRST_START'] || undefined;
