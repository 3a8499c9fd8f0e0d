import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceevents-table */
export const deviceEvents = defineTable(
  'DeviceEvents',
  'Events of many kinds on devices, among them those of Defender Antivirus and exploit protection.',
  `
  Timestamp datetime Date and time when the event was recorded
  TimeGenerated datetime The same time under the name that Microsoft Sentinel gives it
  DeviceId string Unique identifier for the device in the service
  DeviceName string Fully qualified domain name (FQDN) of the device
  ActionType string Type of activity that triggered the event
  FileName string Name of the file that the recorded action was applied to
  FolderPath string Folder containing the file that the recorded action was applied to
  SHA1 string SHA-1 of the file that the recorded action was applied to
  SHA256 string SHA-256 of the file that the recorded action was applied to
  MD5 string MD5 hash of the file that the recorded action was applied to
  FileSize long Size of the file in bytes
  AccountDomain string Domain of the account
  AccountName string User name of the account
  AccountSid string Security Identifier (SID) of the account
  RemoteUrl string URL or fully qualified domain name (FQDN) that was being connected to
  RemoteDeviceName string Name of the device that performed a remote operation on the affected device
  ProcessId long Process ID (PID) of the newly created process
  ProcessCommandLine string Command line used to create the new process
  ProcessCreationTime datetime Date and time the process was created
  ProcessTokenElevation string Indicates the type of token elevation applied to the newly created process
  LogonId long Identifier for a logon session
  RegistryKey string Registry key that the recorded action was applied to
  RegistryValueName string Name of the registry value that the recorded action was applied to
  RegistryValueData string Data of the registry value that the recorded action was applied to
  RemoteIP string IP address that was being connected to
  RemotePort int TCP port on the remote device that was being connected to
  LocalIP string IP address assigned to the local device used during communication
  LocalPort int TCP port on the local device used during communication
  FileOriginUrl string URL where the file was downloaded from
  FileOriginIP string IP address where the file was downloaded from
  InitiatingProcessSHA1 string SHA-1 of the process (image file) that initiated the event
  InitiatingProcessSHA256 string SHA-256 of the process (image file) that initiated the event
  InitiatingProcessMD5 string MD5 hash of the process (image file) that initiated the event
  InitiatingProcessFileName string Name of the process that initiated the event
  InitiatingProcessFileSize long Size of the file that ran the process responsible for the event
  InitiatingProcessFolderPath string Folder containing the process (image file) that initiated the event
  InitiatingProcessId long Process ID (PID) of the process that initiated the event
  InitiatingProcessCommandLine string Command line used to run the process that initiated the event
  InitiatingProcessCreationTime datetime Date and time when the process that initiated the event was started
  InitiatingProcessAccountDomain string Domain of the account that ran the process responsible for the event
  InitiatingProcessAccountName string User name of the account that ran the process responsible for the event
  InitiatingProcessAccountSid string Security Identifier (SID) of the account that ran the process responsible for the event
  InitiatingProcessAccountUpn string User principal name (UPN) of the account that ran the process responsible for the event
  InitiatingProcessAccountObjectId string Microsoft Entra object ID of the user account that ran the process responsible for the event
  InitiatingProcessVersionInfoCompanyName string Company name from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoProductName string Product name from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoProductVersion string Product version from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoInternalFileName string Internal file name from the version information of the process (image file) responsible for the …
  InitiatingProcessVersionInfoOriginalFileName string Original file name from the version information of the process (image file) responsible for the …
  InitiatingProcessVersionInfoFileDescription string Description from the version information of the process (image file) responsible for the event
  InitiatingProcessParentId long Process ID (PID) of the parent process that spawned the process responsible for the event
  InitiatingProcessParentFileName string Name or full path of the parent process that spawned the process responsible for the event
  InitiatingProcessParentCreationTime datetime Date and time when the parent of the process responsible for the event was started
  InitiatingProcessLogonId long Identifier for a logon session of the process that initiated the event
  ReportId long Event identifier based on a repeating counter
  AppGuardContainerId string Identifier for the virtualized container used by Application Guard to isolate browser activity
  AdditionalFields dynamic Additional information about the event in JSON array format
  InitiatingProcessSessionId long Windows session ID of the initiating process
  IsInitiatingProcessRemoteSession bool Indicates whether the initiating process was run under a remote desktop protocol (RDP) session …
  InitiatingProcessRemoteSessionDeviceName string Device name of the remote device from which the initiating process’s RDP session was initiated
  InitiatingProcessRemoteSessionIP string IP address of the remote device from which the initiating process’s RDP session was initiated
  CreatedProcessSessionId long Windows session ID of the created process
  IsProcessRemoteSession bool Indicates whether the created process was run under a remote desktop protocol (RDP) session (true) …
  ProcessRemoteSessionDeviceName string Device name of the remote device from which the created process’s RDP session was initiated
  ProcessRemoteSessionIP string IP address of the remote device from which the created process’s RDP session was initiated
  InitiatingProcessUniqueId string Unique identifier of the initiating process
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  MachineGroup string Machine group of the machine
  SourceSystem string The type of agent the event was collected by
  TenantId string The Log Analytics workspace ID
  Type string The name of the table
`,
);
