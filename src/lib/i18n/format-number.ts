const NBSP = '\u00A0';

/**
 * A number as both languages write it: groups of three with a no-break space from 10 000 on, a decimal comma.
 * Written by hand because Chromium has no Kazakh number format («1,234,567.5») while Node has one.
 * @param decimals digits after the comma; a value is rounded half away from zero
 */
export function formatNumber(value: number, decimals = 0): string {
	if (!Number.isFinite(value)) return '–';
	const fixed = Math.abs(value).toFixed(decimals);
	const [whole = '0', fraction] = fixed.split('.');
	const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NBSP) : whole;
	const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
	return sign + grouped + (fraction ? `,${fraction}` : '');
}
