import { langs } from '#lib/domain/text/lang.ts';
import { loadMessages } from '#lib/i18n/translate.ts';

// Tests speak both languages; a screen loads the one that it shows.
for (const lang of langs) await loadMessages(lang);
