import { isApiError } from './api-error.ts';
import { defineWords, hasWord, useWords } from './words.ts';

/** For each code: what happened, and under `.do` what to do about it. */
export const errorWords = defineWords('errors', {
  zh: {
    network: '连不上服务器',
    'network.do': '请检查网络。您填写的内容还在，恢复后再点一次即可，不会重复提交。',
    server: '服务器出错了',
    'server.do': '请稍后再试一次；如果一直这样，请告诉管理员。',
    'unreadable-answer': '服务器的答复看不懂',
    'unreadable-answer.do': '页面可能是旧的，请刷新后再试。',
    unknown: '没有成功',
    'unknown.do': '请再试一次；如果一直这样，请告诉管理员。',
    invalid: '有内容需要修改',
    'invalid.do': '请看标红的地方，改好后再提交。',
    'signed-out': '登录已失效',
    'signed-out.do': '请重新登录，页面上的内容会保留。',
    'wrong-credentials': '登录名或密码不对',
    'wrong-credentials.do': '请核对后再试；忘了密码，请管理员重新邀请您。',
    'wrong-password': '现在的密码不对',
    'wrong-password.do': '请重新输入您正在使用的密码。',
    forbidden: '您没有这项权限',
    'forbidden.do': '需要时请联系管理员调整岗位或门诊范围。',
    'not-found': '没有找到',
    'not-found.do': '它可能已被删除，或不在您的门诊范围内。',
    'stale-version': '别人刚刚改过',
    'stale-version.do': '请对比两边的内容，选择要保留的。',
    'version-required': '缺少版本信息',
    'version-required.do': '请刷新页面后再试。',
    'too-many': '尝试太频繁',
    'too-many.do': '请 {{minutes}} 分钟后再试。',
    'too-large': '文件太大',
    'too-large.do': '请拆成几个文件再导入。',
    unavailable: '服务暂时不可用',
    'unavailable.do': '服务正在启动或维护，请稍后再试。',
    'login-taken': '这个登录名已有人使用',
    'login-taken.do': '请换一个，例如加上工号。',
    'name-taken': '这个名称已经有了',
    'name-taken.do': '请换一个名称。',
    'not-empty': '机构已经建立',
    'not-empty.do': '请直接登录。',
    'invitation-not-valid': '邀请链接无效或已过期',
    'invitation-not-valid.do': '请管理员再发一次邀请。',
    'last-owner': '这是最后一位所有者',
    'last-owner.do': '请先让另一位同事成为所有者。',
    'not-a-trial': '这不是试运行系统',
    'not-a-trial.do': '只有试运行系统才能调整时间。',
    'clock-goes-forward': '试运行时钟只能往后走',
    'clock-goes-forward.do': '请选择比现在晚的时间。',
    'undo-too-late': '撤销时间已过',
    'undo-too-late.do': '如需更正，请再记录一次。',
    'followup-closed': '这项回访已经结束',
    'followup-closed.do': '请刷新名单，查看最新情况。',
    'wrong-state': '现在的状态不允许这样做',
    'wrong-state.do': '请刷新后再看。',
  },
  en: {
    network: 'The server cannot be reached',
    'network.do': 'Check the network. What you typed is still here; try again then, nothing is sent twice.',
    server: 'The server made an error',
    'server.do': 'Try again in a moment; if it stays like this, tell your administrator.',
    'unreadable-answer': 'The answer of the server cannot be read',
    'unreadable-answer.do': 'This page may be an old one. Reload it and try again.',
    unknown: 'That did not work',
    'unknown.do': 'Try again; if it stays like this, tell your administrator.',
    invalid: 'Something has to be corrected',
    'invalid.do': 'See the fields marked red, then submit again.',
    'signed-out': 'You are no longer signed in',
    'signed-out.do': 'Sign in again; what is on the page stays.',
    'wrong-credentials': 'The sign-in name or the password is wrong',
    'wrong-credentials.do':
      'Check both. If you forgot your password, ask your administrator for a new invitation.',
    'wrong-password': 'The present password is wrong',
    'wrong-password.do': 'Type the password you sign in with now.',
    forbidden: 'You may not do this',
    'forbidden.do': 'If you need it, ask your administrator to change your role or clinics.',
    'not-found': 'Not found',
    'not-found.do': 'It may be gone, or belong to a clinic you do not see.',
    'stale-version': 'Somebody else has just changed this',
    'stale-version.do': 'Compare both and choose what to keep.',
    'version-required': 'The version is missing',
    'version-required.do': 'Reload the page and try again.',
    'too-many': 'Too many tries',
    'too-many.do': 'Try again in {{minutes}} min.',
    'too-large': 'The file is too large',
    'too-large.do': 'Split it into several files.',
    unavailable: 'The service is not available',
    'unavailable.do': 'It is starting or being maintained. Try again in a moment.',
    'login-taken': 'Somebody has this sign-in name already',
    'login-taken.do': 'Choose another one, for example with your work number.',
    'name-taken': 'This name is taken already',
    'name-taken.do': 'Choose another name.',
    'not-empty': 'The organization exists already',
    'not-empty.do': 'Sign in instead.',
    'invitation-not-valid': 'This invitation is not valid or has expired',
    'invitation-not-valid.do': 'Ask your administrator for a new one.',
    'last-owner': 'This is the last owner',
    'last-owner.do': 'Make a colleague an owner first.',
    'not-a-trial': 'This is not a trial system',
    'not-a-trial.do': 'Only the time of a trial system can be set.',
    'clock-goes-forward': 'The trial clock only goes forward',
    'clock-goes-forward.do': 'Choose a later time than now.',
    'undo-too-late': 'It is too late to undo this',
    'undo-too-late.do': 'Record it once more to correct it.',
    'followup-closed': 'This followup has ended already',
    'followup-closed.do': 'Reload the list to see how it stands.',
    'wrong-state': 'Its present state does not allow this',
    'wrong-state.do': 'Reload and look again.',
  },
});

/** What is wrong with one field. */
export const fieldWords = defineWords('fields', {
  zh: {
    required: '请填写',
    invalid: '格式不对',
    too_small: '太短或太小',
    too_big: '太长或太大',
    invalid_type: '请填写',
    'login-characters': '只能用文字、数字和 . _ @ + -',
    'control-characters': '含有看不见的字符，请重新输入',
    'not-a-date': '不是有效的日期',
    'not-a-time-zone': '不是有效的时区',
    'not-a-wall-time': '不是有效的时间',
    'not-a-phone': '不是有效的电话号码',
    'call-back-needs-a-time': '请选择回电时间',
    'refusal-needs-a-reason': '请写明拒绝的原因',
    'password-short': '至少 10 个字符',
  },
  en: {
    required: 'Please fill this in',
    invalid: 'This does not fit',
    too_small: 'Too short or too small',
    too_big: 'Too long or too large',
    invalid_type: 'Please fill this in',
    'login-characters': 'Only letters, digits and . _ @ + -',
    'control-characters': 'It holds invisible characters, please type it again',
    'not-a-date': 'Not a valid date',
    'not-a-time-zone': 'Not a valid time zone',
    'not-a-wall-time': 'Not a valid time',
    'not-a-phone': 'Not a valid phone number',
    'call-back-needs-a-time': 'Choose when to call back',
    'refusal-needs-a-reason': 'Say why the customer refused',
    'password-short': 'At least 10 characters',
  },
});

export function useErrorWords(): (error: unknown) => {
  happened: string;
  toDo: string;
  reference: string | null;
} {
  const say = useWords(errorWords);
  return (error) => {
    const given = isApiError(error) ? error.code : 'unknown';
    const code = hasWord(errorWords, given) ? given : statusCode(error);
    const seconds = isApiError(error)
      ? Number((error.details as { retryAfterSeconds?: unknown })?.retryAfterSeconds)
      : 0;
    return {
      happened: say(code as 'unknown'),
      toDo: say(`${code}.do` as 'too-many.do', { minutes: Math.max(1, Math.ceil((seconds || 60) / 60)) }),
      reference: code === given ? null : given,
    };
  };
}

export function useFieldWords(): (code: string) => string {
  const say = useWords(fieldWords);
  return (code) => say((hasWord(fieldWords, code) ? code : 'invalid') as 'invalid');
}

function statusCode(error: unknown): string {
  if (!isApiError(error)) return 'unknown';
  if (error.status === 403) return 'forbidden';
  if (error.status === 404) return 'not-found';
  if (error.status === 503) return 'unavailable';
  return error.status >= 500 ? 'server' : 'unknown';
}
