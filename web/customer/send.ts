import type { CheckedIn, CheckIn, Door } from '#domain/checkins/contract.ts';
import type {
  AppointmentPage,
  ConsentPage,
  CustomerPage,
  ReachPage,
} from '#domain/customer-page/contract.ts';
import type { AnswerValues } from '#domain/forms/form.ts';
import type { WaitingScreenLines } from '#domain/reception/contract.ts';

export type Failure = 'gone' | 'too-many' | 'network' | 'refused';

export class NotAnswered extends Error {
  readonly failure: Failure;
  /** The server's own word for it, where it answered. */
  readonly code: string | null;
  constructor(failure: Failure, code: string | null = null) {
    super(failure);
    this.failure = failure;
    this.code = code;
  }
}

/** The token goes in the body: no address and no log of a server on the way has it. */
async function post<T>(path: string, body: object | FormData, begun?: Promise<Response>): Promise<T> {
  const isForm = body instanceof FormData;
  let answer: Response;
  try {
    answer = await (begun ??
      fetch(`/api/v1${path}`, {
        method: 'POST',
        credentials: 'omit',
        headers: isForm ? {} : { 'content-type': 'application/json' },
        body: isForm ? body : JSON.stringify(body),
      }));
  } catch {
    throw new NotAnswered('network');
  }
  if (answer.ok) return (await answer.json()) as T;
  const failures: { [status: number]: Failure } = {
    404: 'gone',
    429: 'too-many',
    400: 'refused',
    409: 'refused',
  };
  const said = (await answer.json().catch(() => null)) as { code?: string } | null;
  throw new NotAnswered(failures[answer.status] ?? 'network', said?.code ?? null);
}

declare global {
  interface Window {
    /** What page.html asked for before this script was here. */
    firstAnswer?: Promise<Response>;
  }
}

export function openPage(token: string): Promise<CustomerPage> {
  const begun = window.firstAnswer;
  // Whoever tries again asks anew.
  delete window.firstAnswer;
  return post('/customer-page', { token }, begun);
}

export const readScreen = (token: string): Promise<WaitingScreenLines> =>
  post('/waiting-screens/read', { token });

export const answerAppointment = (
  token: string,
  answer: NonNullable<AppointmentPage['answer']>,
): Promise<void> => post('/appointment-links/answer', { token, answer });

export const checkInAtDoor = (said: CheckIn): Promise<CheckedIn> => post('/check-ins', said);

/** By the link to one's own appointment. */
export const checkInByLink = (token: string): Promise<CheckedIn> => post('/check-ins/by-link', { token });

export const openDoor = (place: string): Promise<Door> => post('/check-ins/open', { place });

export const sendAnswer = (sent: {
  token: string;
  values: AnswerValues;
  sendId: string;
}): Promise<{ thanks: { zh: string; en: string } }> => post('/form-links/answer', sent);

export const answerOffer = (sent: {
  token: string;
  answer: 'accepted' | 'declined';
}): Promise<{ state: string }> => post('/waitlist-links/answer', sent);

export const askOnline = <T>(path: string, body: object): Promise<T> => post(`/online-booking/${path}`, body);

/** Gives the page as it stands then. */
export const withdraw = (sent: {
  token: string;
  purpose: ConsentPage['choices'][number]['purpose'];
  channel: ConsentPage['choices'][number]['channel'];
}): Promise<ConsentPage> => post('/consent-links/withdraw', sent);

/** What reaches whoever holds the link; asked, nothing is changed. */
export const askReach = (token: string): Promise<ReachPage> => post('/consent-links/reach', { token });

export const refuseOffers = (token: string): Promise<ReachPage> =>
  post('/consent-links/no-offers', { token });

/** Gives the photo's name, by which the answer speaks of it. */
export async function sendPhoto(token: string, file: Blob): Promise<string> {
  const form = new FormData();
  form.append('token', token);
  form.append('file', file, 'photo.jpg');
  return (await post<{ id: string }>('/form-links/photos', form)).id;
}

const longestSide = 2000;

/** A photo as large as anybody needs it: a weak network carries no twelve megabytes. Where it cannot be drawn, as it is. */
export async function shrunk(file: File): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    const image = await new Promise<HTMLImageElement>((resolve, reject) => {
      const loading = new Image();
      loading.onload = () => resolve(loading);
      loading.onerror = reject;
      loading.src = url;
    });
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return drawn ?? file;
  } catch {
    return file;
  } finally {
    URL.revokeObjectURL(url);
  }
}
