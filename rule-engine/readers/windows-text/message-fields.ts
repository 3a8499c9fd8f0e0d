import type { FieldValue } from '../reader.ts';

/** Fields of the security log's events by how their rendered messages call them: `Section: Label`. */
const SECURITY_FIELDS: { readonly [label: string]: string } = {
  'Creator Subject: Security ID': 'SubjectUserSid',
  'Creator Subject: Account Name': 'SubjectUserName',
  'Creator Subject: Account Domain': 'SubjectDomainName',
  'Creator Subject: Logon ID': 'SubjectLogonId',
  'Subject: Security ID': 'SubjectUserSid',
  'Subject: Account Name': 'SubjectUserName',
  'Subject: Account Domain': 'SubjectDomainName',
  'Subject: Logon ID': 'SubjectLogonId',
  'Target Subject: Security ID': 'TargetUserSid',
  'Target Subject: Account Name': 'TargetUserName',
  'Target Subject: Account Domain': 'TargetDomainName',
  'Target Subject: Logon ID': 'TargetLogonId',
  'New Logon: Security ID': 'TargetUserSid',
  'New Logon: Account Name': 'TargetUserName',
  'New Logon: Account Domain': 'TargetDomainName',
  'New Logon: Logon ID': 'TargetLogonId',
  'New Logon: Logon GUID': 'LogonGuid',
  'Account For Which Logon Failed: Security ID': 'TargetUserSid',
  'Account For Which Logon Failed: Account Name': 'TargetUserName',
  'Account For Which Logon Failed: Account Domain': 'TargetDomainName',
  'Failure Information: Failure Reason': 'FailureReason',
  'Failure Information: Status': 'Status',
  'Failure Information: Sub Status': 'SubStatus',
  'Logon Information: Logon Type': 'LogonType',
  ': Logon Type': 'LogonType',
  'Process Information: New Process ID': 'NewProcessId',
  'Process Information: New Process Name': 'NewProcessName',
  'Process Information: Token Elevation Type': 'TokenElevationType',
  'Process Information: Mandatory Label': 'MandatoryLabel',
  'Process Information: Creator Process ID': 'ProcessId',
  'Process Information: Creator Process Name': 'ParentProcessName',
  'Process Information: Process Command Line': 'CommandLine',
  'Process Information: Process ID': 'ProcessId',
  'Process Information: Process Name': 'ProcessName',
  'Process Information: Caller Process ID': 'ProcessId',
  'Process Information: Caller Process Name': 'ProcessName',
  'Network Information: Workstation Name': 'WorkstationName',
  'Network Information: Source Network Address': 'IpAddress',
  'Network Information: Source Port': 'IpPort',
  'Detailed Authentication Information: Logon Process': 'LogonProcessName',
  'Detailed Authentication Information: Authentication Package': 'AuthenticationPackageName',
};

/**
 * The fields of an event from its message: sections of tab-indented `Label:<tab>value` lines in the security log,
 * `Name: value` lines in Sysmon's. A value goes on in lines without a label of their own.
 */
export function messageFields(message: string, isSecurity: boolean): { [name: string]: FieldValue } {
  const fields: { [name: string]: FieldValue } = {};
  let section = '';
  let last: string | undefined;
  for (const line of message.split(/\r?\n/).slice(1)) {
    const heading = /^([A-Z][\w ()-]*):\s*$/.exec(line);
    const labelled = isSecurity
      ? /^\s*([A-Z][\w ()-]*?):(?:\s*\t\s*|\s{2,})(.*)$/.exec(line)
      : /^(\w+):(?: (.*))?$/.exec(line);
    if (isSecurity && heading !== null) {
      section = heading[1];
      last = undefined;
    } else if (labelled !== null) {
      const [, label, value = ''] = labelled;
      const inSection = /^\s/.test(line) ? section : '';
      last = isSecurity ? (SECURITY_FIELDS[`${inSection}: ${label}`] ?? label.replaceAll(' ', '')) : label;
      if (last === '__proto__') last = undefined;
      else fields[last] = value;
    } else if (line.trim() === '') last = isSecurity ? undefined : last;
    else if (last !== undefined) fields[last] = `${fields[last]}\n${line}`;
  }
  return fields;
}
