/** What a file of server/modules may begin with: the orders a clinic gives. A new one is added here. */
export const verbs: ReadonlySet<string> = new Set(
  `accept add adjust amend announce answer apply approve archive ask assign attach award
  begin bind block book brief bring build
  call cancel change check claim clear close collect complete confirm copy correct count cover create
  decide declare decline delete describe disable discard dismiss dispatch download draft draw
  edit enable end enter erase escalate estimate exchange expire explain export
  fail fill find finish flag follow forget forward freeze
  gather generate get give grade grant group
  hand hang hear help hold hide
  import invite issue
  join judge
  keep
  leave link list load lock log look
  make map mark match measure merge miss move
  name note notify
  offer open order
  pause pay place plan post prepare preview print propose publish pull
  queue
  raise rank read receive recommend record redeem refresh refuse register regrade release remind remove rename renew
  reopen repair replace replay reply report request reschedule resend resolve restore resume retire retry return reveal
  reverse revoke review revise run
  save say schedule score seal search sell send serve set settle share show sign simulate skip sort split spread start stop submit suggest sum
  suppress suspend
  take tell test touch trace transfer try
  undo unlock update upload use
  verify view
  wait warn watch welcome withdraw work write`.split(/\s+/),
);
