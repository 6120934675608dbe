import { defineWords } from '#web/lib/words.ts';

export const auditWords = defineWords('audit', {
  zh: {
    title: '操作记录',
    about: '谁在什么时候做了什么。记录不能修改，也不能删除。',
    at: '时间',
    actor: '操作人',
    'actor.none': '系统',
    action: '操作',
    subject: '对象',
    fields: '涉及内容',
    reason: '原因',
    'any.action': '全部操作',
    'any.actor': '全部人员',
    subjectId: '对象编号',
    empty: '没有符合条件的记录。',
  },
  en: {
    title: 'Audit trail',
    about: 'Who did what, and when. It cannot be changed or deleted.',
    at: 'When',
    actor: 'Who',
    'actor.none': 'The system',
    action: 'Action',
    subject: 'Subject',
    fields: 'What it touched',
    reason: 'Reason',
    'any.action': 'All actions',
    'any.actor': 'Everybody',
    subjectId: 'Id of the subject',
    empty: 'No record fits.',
  },
});
