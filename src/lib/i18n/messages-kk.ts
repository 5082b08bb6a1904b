import { frame } from './kk/frame';
import { actions } from './kk/actions';
import { common } from './kk/common';
import { applicant } from './kk/applicant';
import { services } from './kk/services';
import { states } from './kk/states';
import { scan } from './kk/scan';
import { errors } from './kk/errors';
import { sync } from './kk/sync';
import { deadlines } from './kk/deadlines';
import { story } from './kk/story';
import { papers } from './kk/papers';
import { accept } from './kk/accept';
import { counter } from './kk/counter';
import { receipt } from './kk/receipt';
import { collect } from './kk/collect';
import { registers } from './kk/registers';
import { arrivals } from './kk/arrivals';
import { handOut } from './kk/hand-out';
import { search } from './kk/search';
import { journal } from './kk/journal';
import { application } from './kk/application';
import { setAside } from './kk/set-aside';
import { signIn } from './kk/sign-in';
import { work } from './kk/work';
import { outbox } from './kk/outbox';
import { storage } from './kk/storage';
import { scannerTest } from './kk/scanner-test';
import { updates } from './kk/updates';
import { pages } from './kk/pages';
import { bodyDesk } from './kk/body-desk';
import { ledger } from './kk/ledger';
import { control } from './kk/control';
import { calendar } from './kk/calendar';
import { closing } from './kk/closing';
import { examine } from './kk/examine';
import { resolutions } from './kk/resolutions';
import { signing } from './kk/signing';
import { staffing } from './kk/staffing';
import { help } from './kk/help';
import { refusals } from './kk/refusals';
import { regulations } from './kk/regulations';
import { regulationEdit } from './kk/regulation-edit';

/** Every Kazakh text of the screens, by area. Placeholders are `{{name}}`; the rules of the language are in SPEC, section W. */
export const messagesKk = {
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
	resolutions,
	signing,
	staffing,
	help,
	refusals,
	regulations,
	regulationEdit
} as const;
