/** Where the providers are. Nobody sets it from a screen: a clinic's own address would be a way into its network. */
export interface Hosts {
  aliyun: string;
  /** Where Aliyun tells what is left. */
  aliyunBilling: string;
  tencent: string;
  wechat: string;
  wecom: string;
  dingtalk: string;
  feishu: string;
  /** Whether a clinic's mail server may stand there. */
  mayMail(address: string, port: number): boolean;
  /** Where the pictures lie that a provider draws. */
  isPictureHost(url: URL): boolean;
  now(): string;
  nonce(): string;
}
