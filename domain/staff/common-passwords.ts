/**
 * What stands first on every list that is tried, in China and elsewhere, and what somebody at a clinic thinks of
 * first. What is in a row or repeats itself is found without a list.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwd mypassword newpassword thepassword changeme secret default temporary
  admin administrator superadmin root user guest test tester testing manager login letmein letmeinplease welcome
  welcomehome hello helloworld iloveyou iloveu ihateyou iloveyouforever trustno master shadow sunshine princess
  football baseball basketball superman batman starwars dragon monkey freedom whatever michael jordan jennifer
  qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsx zaq1xsw2 1qazxsw2
  a1b2c3d4e5 a1s2d3f4g5 123qweasdzxc qweasdzxc qwe123asd456 147258369 1472583690 159357 7418529630 3141592653
  woaini woainima woaiwojia woaizhongguo wobuaini wodemima mima mimamima nihao zhongguo beijing shanghai
  5201314 woaini5201314 1314520 52013141314 aini1314 1314woaini
  clinic myclinic ourclinic dental dentist dentalclinic hospital doctor carecurve carecurvepassword
  kouqiang yake yachi yayi yiyuan menzhen yimei zhensuo qiantai kefu
  愈线 密码 我的密码 我爱你 口腔 口腔门诊 口腔诊所 牙科 牙科诊所 医院 门诊 诊所 医美 前台 客服 管理员 欢迎光临 你好
  `
    .trim()
    .split(/\s+/),
);
