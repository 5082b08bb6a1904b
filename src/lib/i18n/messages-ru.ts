import { audit } from './ru/audit.ts';
import { frame } from './ru/frame.ts';
import { actions } from './ru/actions.ts';
import { common } from './ru/common.ts';
import { applicant } from './ru/applicant.ts';
import { services } from './ru/services.ts';
import { states } from './ru/states.ts';
import { scan } from './ru/scan.ts';
import { errors } from './ru/errors.ts';
import { sync } from './ru/sync.ts';
import { deadlines } from './ru/deadlines.ts';
import { story } from './ru/story.ts';
import { papers } from './ru/papers.ts';
import { accept } from './ru/accept.ts';
import { counter } from './ru/counter.ts';
import { receipt } from './ru/receipt.ts';
import { collect } from './ru/collect.ts';
import { registers } from './ru/registers.ts';
import { arrivals } from './ru/arrivals.ts';
import { handOut } from './ru/hand-out.ts';
import { search } from './ru/search.ts';
import { journal } from './ru/journal.ts';
import { application } from './ru/application.ts';
import { setAside } from './ru/set-aside.ts';
import { signIn } from './ru/sign-in.ts';
import { access } from './ru/access.ts';
import { vouch } from './ru/vouch.ts';
import { work } from './ru/work.ts';
import { outbox } from './ru/outbox.ts';
import { storage } from './ru/storage.ts';
import { scannerTest } from './ru/scanner-test.ts';
import { updates } from './ru/updates.ts';
import { pages } from './ru/pages.ts';
import { bodyDesk } from './ru/body-desk.ts';
import { ledger } from './ru/ledger.ts';
import { control } from './ru/control.ts';
import { calendar } from './ru/calendar.ts';
import { closing } from './ru/closing.ts';
import { examine } from './ru/examine.ts';
import { exchange } from './ru/exchange.ts';
import { resolutions } from './ru/resolutions.ts';
import { signing } from './ru/signing.ts';
import { staffing } from './ru/staffing.ts';
import { registry } from './ru/registry.ts';
import { office } from './ru/office.ts';
import { help } from './ru/help.ts';
import { refusals } from './ru/refusals.ts';
import { regulations } from './ru/regulations.ts';
import { regulationEdit } from './ru/regulation-edit.ts';
import { firstStart } from './ru/first-start.ts';

/** Every Russian text of the screens, by area. Placeholders are `{{name}}`; the rules of the language are in SPEC, section W. */
export const messagesRu = {
	frame,
	actions,
	common,
	applicant,
	services,
	states,
	scan,
	errors,
	sync,
	deadlines,
	story,
	papers,
	accept,
	counter,
	receipt,
	collect,
	registers,
	arrivals,
	handOut,
	search,
	journal,
	application,
	setAside,
	signIn,
	access,
	vouch,
	work,
	outbox,
	storage,
	scannerTest,
	updates,
	pages,
	bodyDesk,
	ledger,
	control,
	calendar,
	closing,
	examine,
	exchange,
	resolutions,
	signing,
	staffing,
	registry,
	office,
	audit,
	help,
	refusals,
	regulations,
	regulationEdit,
	firstStart
} as const;
