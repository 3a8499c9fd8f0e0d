import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/commonsecuritylog */
export const commonSecurityLog = defineTable(
  'CommonSecurityLog',
  'Messages of security appliances in Common Event Format.',
  `
  TimeGenerated datetime Event collection time in UTC
  Activity string A string that represents a human-readable and understandable description of the event
  AdditionalExtensions string A placeholder for additional fields
  ApplicationProtocol string The protocol used in the application, such as HTTP, HTTPS, SSHv2, Telnet, POP, IMPA, IMAPS, and so …
  CollectorHostName string The hostname of the collector machine running the agent
  CommunicationDirection string Any information about the direction the observed communication has taken
  Computer string Host, from Syslog
  DestinationDnsDomain string The DNS part of the fully-qualified domain name (FQDN)
  DestinationHostName string The destination that the event refers to in an IP network
  DestinationIP string The destination IpV4 address that the event refers to in an IP network
  DestinationMACAddress string The destination MAC address (FQDN)
  DestinationNTDomain string The Windows domain name of the destination address
  DestinationPort int Destination port. Valid values: 0 - 65535
  DestinationProcessId int The ID of the destination process associated with the event
  DestinationProcessName string The name of the event's destination process, such as telnetd or sshd
  DestinationServiceName string The service that is targeted by the event
  DestinationTranslatedAddress string Identifies the translated destination referred to by the event in an IP network, as an IPv4 IP …
  DestinationTranslatedPort int Port after translation, such as a firewall Valid port numbers: 0 - 65535
  DestinationUserID string Identifies the destination user by ID
  DestinationUserName string Identifies the destination user by name
  DestinationUserPrivileges string Defines the destination use's privileges
  DeviceAction string The action mentioned in the event
  DeviceAddress string The IPv4 address of the device generating the event
  DeviceCustomDate1 string One of two timestamp fields available to map fields that do not apply to any other in this …
  DeviceCustomDate1Label string All custom fields have a corresponding label field
  DeviceCustomDate2 string One of two timestamp fields available to map fields that do not apply to any other in this …
  DeviceCustomDate2Label string All custom fields have a corresponding label field
  DeviceCustomFloatingPoint1 real One of four floating point fields available to map fields that do not apply to any other in this …
  DeviceCustomFloatingPoint1Label string All custom fields have a corresponding label field
  DeviceCustomFloatingPoint2 real One of four floating point fields available to map fields that do not apply to any other in this …
  DeviceCustomFloatingPoint2Label string All custom fields have a corresponding label field
  DeviceCustomFloatingPoint3 real One of four floating point fields available to map fields that do not apply to any other in this …
  DeviceCustomFloatingPoint3Label string All custom fields have a corresponding label field
  DeviceCustomFloatingPoint4 real One of four floating point fields available to map fields that do not apply to any other in this …
  DeviceCustomFloatingPoint4Label string All custom fields have a corresponding label field
  DeviceCustomIPv6Address1 string One of four IPv6 address fields available to map fields that do not apply to any other in this …
  DeviceCustomIPv6Address1Label string All custom fields have a corresponding label field
  DeviceCustomIPv6Address2 string One of four IPv6 address fields available to map fields that do not apply to any other in this …
  DeviceCustomIPv6Address2Label string All custom fields have a corresponding label field
  DeviceCustomIPv6Address3 string One of four IPv6 address fields available to map fields that do not apply to any other in this …
  DeviceCustomIPv6Address3Label string All custom fields have a corresponding label field
  DeviceCustomIPv6Address4 string One of four IPv6 address fields available to map fields that do not apply to any other in this …
  DeviceCustomIPv6Address4Label string All custom fields have a corresponding label field
  DeviceCustomNumber1 int Soon to be a deprecated field
  DeviceCustomNumber1Label string All custom fields have a corresponding label field
  DeviceCustomNumber2 int Soon to be a deprecated field
  DeviceCustomNumber2Label string All custom fields have a corresponding label field
  DeviceCustomNumber3 int Soon to be a deprecated field
  DeviceCustomNumber3Label string All custom fields have a corresponding label field
  DeviceCustomString1 string One of six strings available to map fields that do not apply to any other in this dictionary
  DeviceCustomString1Label string All custom fields have a corresponding label field
  DeviceCustomString2 string One of six strings available to map fields that do not apply to any other in this dictionary
  DeviceCustomString2Label string All custom fields have a corresponding label field
  DeviceCustomString3 string One of six strings available to map fields that do not apply to any other in this dictionary
  DeviceCustomString3Label string All custom fields have a corresponding label field
  DeviceCustomString4 string One of six strings available to map fields that do not apply to any other in this dictionary
  DeviceCustomString4Label string All custom fields have a corresponding label field
  DeviceCustomString5 string One of six strings available to map fields that do not apply to any other in this dictionary
  DeviceCustomString5Label string All custom fields have a corresponding label field
  DeviceCustomString6 string One of six strings available to map fields that do not apply to any other in this dictionary
  DeviceCustomString6Label string All custom fields have a corresponding label field
  DeviceDnsDomain string The DNS domain part of the full qualified domain name (FQDN)
  DeviceEventCategory string Represents the category assigned by the originating device
  DeviceEventClassID string String or integer that serves as a unique identifier per event type
  DeviceExternalID string A name that uniquely identifies the device generating the event
  DeviceFacility string The facility generating the event
  DeviceInboundInterface string The interface on which the packet or data entered the device
  DeviceMacAddress string The MAC address of the device generating the event
  DeviceName string The FQDN associated with the device node, when a node is available
  DeviceNtDomain string The Windows domain of the device address
  DeviceOutboundInterface string Interface on which the packet or data left the device
  DevicePayloadId string Unique identifier for the payload associated with the event
  DeviceProduct string String that together with device product and version definitions, uniquely identifies the type of …
  DeviceTimeZone string Timezone of the device generating the event
  DeviceTranslatedAddress string Identifies the translated device address that the event refers to, in an IP network
  DeviceVendor string String that together with device product and version definitions, uniquely identifies the type of …
  DeviceVersion string String that together with device product and version definitions, uniquely identifies the type of …
  EndTime datetime The time at which the activity related to the event ended
  EventCount int A count associated with the event, showing how many times the same event was observed
  EventOutcome string Displays the outcome, usually as 'success' or 'failure'
  EventType int Event type. Value values include: 0: base event, 1: aggregated, 2: correlation event, 3: action …
  ExternalID int Soon to be a deprecated field
  ExtID string An ID used by the originating device (will replace legacy ExternalID)
  FieldDeviceCustomNumber1 long One of three number fields available to map fields that do not apply to any other in this …
  FieldDeviceCustomNumber2 long One of three number fields available to map fields that do not apply to any other in this …
  FieldDeviceCustomNumber3 long One of three number fields available to map fields that do not apply to any other in this …
  FileCreateTime string Time when the file was created
  FileHash string Hash of a file
  FileID string An ID associated with a file, such as the inode
  FileModificationTime string Time when the file was last modified
  FileName string The file's name, without the path
  FilePath string Full path to the file, including the filename
  FilePermission string The file's permissions
  FileSize int The size of the file in bytes
  FileType string File type, such as pipe, socket, and so on
  FlexDate1 string A timestamp field available to map a timestamp that does not apply to any other defined timestamp …
  FlexDate1Label string The label field is a string and describes the purpose of the flex field
  FlexNumber1 int Number fields available to map Int data that does not apply to any other field in this dictionary
  FlexNumber1Label string The label that describes the value in FlexNumber1
  FlexNumber2 int Number fields available to map Int data that does not apply to any other field in this dictionary
  FlexNumber2Label string The label that describes the value in FlexNumber2
  FlexString1 string One of four floating point fields available to map fields that do not apply to any other in this …
  FlexString1Label string The label field is a string and describes the purpose of the flex field
  FlexString2 string One of four floating point fields available to map fields that do not apply to any other in this …
  FlexString2Label string The label field is a string and describes the purpose of the flex field
  IndicatorThreatType string The threat type of the MaliciousIP according to our TI feed
  LogSeverity string A string or integer that describes the importance of the event
  MaliciousIP string If one of the IP in the message was correlate with the current TI feed we have it will show up here
  MaliciousIPCountry string The country of the MaliciousIP according to the GEO information at the time of the record ingestion
  MaliciousIPLatitude real The Latitude of the MaliciousIP according to the GEO information at the time of the record ingestion
  MaliciousIPLongitude real The Longitude of the MaliciousIP according to the GEO information at the time of the record …
  Message string A message that gives more details about the event
  OldFileCreateTime string Time when the old file was created
  OldFileHash string Hash of the old file
  OldFileID string And ID associated with the old file, such as the inode
  OldFileModificationTime string Time when the old file was last modified
  OldFileName string Name of the old file
  OldFilePath string Full path to the old file, including the filename
  OldFilePermission string Permissions of the old file
  OldFileSize int The size of the old file in bytes
  OldFileType string File type of the old file, such as a pipe, socket, and so on
  OriginalLogSeverity string A non-mapped version of LogSeverity
  ProcessID int Defines the ID of the process on the device generating the event
  ProcessName string Process name associated with the event
  Protocol string Transport protocol that identifies the Layer-4 protocol used
  Reason string The reason an audit event was generated
  ReceiptTime string The time at which the event related to the activity was received
  ReceivedBytes long Number of bytes transferred inbound
  RemoteIP string The remote IP address, derived from the event's direction value, if possible
  RemotePort string The remote port, derived from the event's direction value, if possible
  ReportReferenceLink string Link to the report of the TI feed
  RequestClientApplication string The user agent associated with the request
  RequestContext string Describes the content from which the request originated, such as the HTTP Referrer
  RequestCookies string Cookies associated with the request
  RequestMethod string The method used to access a URL
  RequestURL string The URL accessed for an HTTP request, including the protocol
  SentBytes long Number of bytes transferred outbound
  SimplifiedDeviceAction string A mapped version of DeviceAction, such as Denied > Deny
  SourceDnsDomain string The DNS domain part of the complete FQDN
  SourceHostName string Identifies the source that event refers to in an IP network
  SourceIP string The source that an event refers to in an IP network, as an IPv4 address
  SourceMACAddress string Source MAC address
  SourceNTDomain string The Windows domain name for the source address
  SourcePort int The source port number
  SourceProcessId int The ID of the source process associated with the event
  SourceProcessName string The name of the event's source process
  SourceServiceName string The service responsible for generating the event
  SourceSystem string The type of agent the event was collected by
  SourceTranslatedAddress string Identifies the translated source that the event refers to in an IP network
  SourceTranslatedPort int Source port after translation, such as a firewall
  SourceUserID string Identifies the source user by ID
  SourceUserName string Identifies the source user by name
  SourceUserPrivileges string The source user's privileges
  StartTime datetime The time when the activity that the event refers to started
  TenantId string The Log Analytics workspace ID
  ThreatConfidence string The threat confidence of the MaliciousIP according to our TI feed
  ThreatDescription string The threat description of the MaliciousIP according to our TI feed
  ThreatSeverity int The threat severity of the MaliciousIP according to our TI feed at the time of the record ingestion
  Type string The name of the table
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  _ResourceId string A unique identifier for the resource that the record is associated with
  _SubscriptionId string A unique identifier for the subscription that the record is associated with
`,
);
