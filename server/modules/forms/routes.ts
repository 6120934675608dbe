import { byId } from '#domain/base/ids.ts';
import { SendByLink, SentPhoto, Thanks } from '#domain/customer-page/contract.ts';
import {
  AnswerPage,
  AskedForm,
  AskForm,
  byFormCode,
  CorrectAnswer,
  CustomerForms,
  FormAnswer,
  FormList,
  FormRulesView,
  FormView,
  ListAnswers,
  PublishFormRules,
  SendAnswer,
  WriteFormDraft,
} from '#domain/forms/contract.ts';
import {
  AskedPage,
  AskRound,
  AskSatisfaction,
  ListAsked,
  ListRatings,
  ListRound,
  MonthRound,
  RatingPage,
  RoundPage,
  Satisfaction,
} from '#domain/forms/figures-contract.ts';
import { EmptyBody, get, Nothing, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { answerByLink } from './answer-by-link.ts';
import { answerForm } from './answer-form.ts';
import { askForm } from './ask-form.ts';
import { correctAnswer } from './correct-answer.ts';
import { getAnswer } from './get-answer.ts';
import { getFormRules } from './get-form-rules.ts';
import { getForm } from './get-form.ts';
import { listAnswers } from './list-answers.ts';
import { listAsked } from './list-asked.ts';
import { listCustomerForms } from './list-customer-forms.ts';
import { listForms } from './list-forms.ts';
import { listRatings } from './list-ratings.ts';
import { publishFormRules } from './publish-form-rules.ts';
import { publishForm } from './publish-form.ts';
import { listMonthRound, showMonthRound } from './show-month-round.ts';
import { showSatisfaction } from './show-satisfaction.ts';
import { uploadAnswerPhoto } from './upload-answer-photo.ts';
import { discardFormDraft, writeFormDraft } from './write-draft.ts';

const ofHouse = { scope: 'organization', shows: ['public'] } as const;
const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofAnybody = { scope: 'own', permission: 'public' } as const;
const managed = { ...ofHouse, permission: 'forms.manage', params: byFormCode, ifMatch: true } as const;
const figures = { ...ofClinic, permission: 'satisfaction.read' } as const;

export const formRoutes: Route[] = [
  get({ ...ofHouse, permission: 'forms.read', path: '/forms', gives: FormList, does: listForms }),
  get({
    ...ofHouse,
    permission: 'forms.read',
    path: '/forms/:code',
    params: byFormCode,
    gives: FormView,
    does: getForm,
  }),
  put({
    ...managed,
    path: '/forms/:code/draft',
    body: WriteFormDraft,
    gives: FormView,
    does: writeFormDraft,
  }),
  post({ ...managed, path: '/forms/:code/discard', body: EmptyBody, gives: Nothing, does: discardFormDraft }),
  post({ ...managed, path: '/forms/:code/publish', body: EmptyBody, gives: FormView, does: publishForm }),
  get({
    ...ofHouse,
    permission: 'forms.read',
    path: '/form-rules',
    gives: FormRulesView,
    does: getFormRules,
  }),
  post({
    ...ofHouse,
    permission: 'forms.manage',
    path: '/form-rules',
    body: PublishFormRules,
    ifMatch: true,
    gives: FormRulesView,
    does: publishFormRules,
  }),
  get({
    ...ofClinic,
    permission: 'forms.read',
    path: '/customers/:id/forms',
    params: byId,
    gives: CustomerForms,
    does: listCustomerForms,
  }),
  post({
    ...ofClinic,
    shows: [...ofClinic.shows, 'secret'],
    permission: 'forms.ask',
    path: '/customers/:id/form-requests',
    params: byId,
    body: AskForm,
    once: true,
    gives: AskedForm,
    does: askForm,
  }),
  post({
    ...ofClinic,
    permission: 'forms.ask',
    path: '/form-requests/:id/answer',
    params: byId,
    body: SendAnswer,
    gives: FormAnswer,
    does: answerForm,
  }),
  get({
    ...ofClinic,
    permission: 'forms.read',
    path: '/form-answers',
    query: ListAnswers,
    gives: AnswerPage,
    does: listAnswers,
  }),
  get({
    ...ofClinic,
    permission: 'forms.read',
    path: '/form-answers/:id',
    params: byId,
    gives: FormAnswer,
    does: getAnswer,
  }),
  post({
    ...ofClinic,
    permission: 'forms.ask',
    path: '/form-answers/:id/corrections',
    params: byId,
    body: CorrectAnswer,
    gives: FormAnswer,
    does: correctAnswer,
  }),
  get({
    ...figures,
    path: '/satisfaction',
    query: AskSatisfaction,
    gives: Satisfaction,
    does: showSatisfaction,
  }),
  get({
    ...figures,
    path: '/satisfaction/ratings',
    query: ListRatings,
    gives: RatingPage,
    does: listRatings,
  }),
  get({ ...figures, path: '/satisfaction/asked', query: ListAsked, gives: AskedPage, does: listAsked }),
  get({ ...figures, path: '/satisfaction/month', query: AskRound, gives: MonthRound, does: showMonthRound }),
  get({
    ...figures,
    path: '/satisfaction/month/customers',
    query: ListRound,
    gives: RoundPage,
    does: listMonthRound,
  }),
  post({
    ...ofAnybody,
    shows: ['public'],
    path: '/form-links/answer',
    body: SendByLink,
    gives: Thanks,
    does: answerByLink,
  }),
  post({
    ...ofAnybody,
    shows: ['public'],
    path: '/form-links/photos',
    multipart: true,
    gives: SentPhoto,
    does: uploadAnswerPhoto,
  }),
];
