import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicelogonevents-table */
export const deviceLogonEvents = defineTable(
  'DeviceLogonEvents',
  'Sign-ins and other authentication events on devices.',
  `
  Timestamp datetime Date and time when the event was recorded
  TimeGenerated datetime The same time under the name that Microsoft Sentinel gives it
  DeviceId string Unique identifier for the device in the service
  DeviceName string Fully qualified domain name (FQDN) of the device
  ActionType string Type of activity that triggered the event
  LogonType string Type of logon session, specifically: - **Interactive** - User physically interacts with the device …
  AccountDomain string Domain of the account
  AccountName string User name of the account
  AccountSid string Security Identifier (SID) of the account
  Protocol string Protocol used during the communication
  FailureReason string Information explaining why the recorded action failed
  IsLocalAdmin bool Boolean indicator of whether the user is a local administrator on the device
  LogonId long Identifier for a logon session
  RemoteDeviceName string Name of the device that performed a remote operation on the affected device
  RemoteIP string IP address of the device from which the logon attempt was performed
  RemoteIPType string Type of IP address, for example Public, Private, Reserved, Loopback, Teredo, FourToSixMapping, and …
  RemotePort int TCP port on the remote device that was being connected to
  InitiatingProcessAccountDomain string Domain of the account that ran the process responsible for the event
  InitiatingProcessAccountName string User name of the account that ran the process responsible for the event
  InitiatingProcessAccountSid string Security Identifier (SID) of the account that ran the process responsible for the event
  InitiatingProcessAccountUpn string User principal name (UPN) of the account that ran the process responsible for the event
  InitiatingProcessAccountObjectId string Microsoft Entra object ID of the user account that ran the process responsible for the event
  InitiatingProcessIntegrityLevel string Integrity level of the process that initiated the event
  InitiatingProcessTokenElevation string Token type indicating the presence or absence of User Access Control (UAC) privilege elevation …
  InitiatingProcessSHA1 string SHA-1 hash of the process (image file) that initiated the event
  InitiatingProcessSHA256 string SHA-256 hash of the process (image file) that initiated the event
  InitiatingProcessMD5 string MD5 hash of the process (image file) that initiated the event
  InitiatingProcessFileName string Name of the process that initiated the event
  InitiatingProcessFileSize long Size of the file that ran the process responsible for the event
  InitiatingProcessVersionInfoCompanyName string Company name from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoProductName string Product name from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoProductVersion string Product version from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoInternalFileName string Internal file name from the version information of the process (image file) responsible for the …
  InitiatingProcessVersionInfoOriginalFileName string Original file name from the version information of the process (image file) responsible for the …
  InitiatingProcessVersionInfoFileDescription string Description from the version information of the process (image file) responsible for the event
  InitiatingProcessId long Process ID (PID) of the process that initiated the event
  InitiatingProcessCommandLine string Command line used to run the process that initiated the event
  InitiatingProcessCreationTime datetime Date and time when the process that initiated the event was started
  InitiatingProcessFolderPath string Folder containing the process (image file) that initiated the event
  InitiatingProcessParentId long Process ID (PID) of the parent process that spawned the process responsible for the event
  InitiatingProcessParentFileName string Name or full path of the parent process that spawned the process responsible for the event
  InitiatingProcessParentCreationTime datetime Date and time when the parent of the process responsible for the event was started
  ReportId long Event identifier based on a repeating counter
  AppGuardContainerId string Identifier for the virtualized container used by Application Guard to isolate browser activity
  AdditionalFields dynamic Additional information about the event in JSON array format
  InitiatingProcessSessionId long Windows session ID of the initiating process
  IsInitiatingProcessRemoteSession bool Indicates whether the initiating process was run under a remote desktop protocol (RDP) session …
  InitiatingProcessRemoteSessionDeviceName string Device name of the remote device from which the initiating process’s RDP session was initiated
  InitiatingProcessRemoteSessionIP string IP address of the remote device from which the initiating process’s RDP session was initiated
  InitiatingProcessUniqueId string Unique identifier of the initiating process
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  MachineGroup string Machine group of the machine
  SourceSystem string The type of agent the event was collected by
  TenantId string The Log Analytics workspace ID
  Type string The name of the table
`,
);
