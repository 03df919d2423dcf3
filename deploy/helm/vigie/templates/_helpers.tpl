{{- define "vigie.name" -}}
{{- if contains "vigie" .Release.Name -}}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else -}}{{ printf "%s-vigie" .Release.Name | trunc 40 | trimSuffix "-" }}{{- end -}}
{{- end -}}

{{/* What selects pods: (list . "server") */}}
{{- define "vigie.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: vigie
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{- define "vigie.labels" -}}
{{- $root := index . 0 -}}
{{ include "vigie.selector" . }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version }}
{{- end -}}

{{- define "vigie.image" -}}
{{- $repository := required "image.repository : l’image construite par deploy/Dockerfile" .Values.image.repository -}}
{{- if .Values.image.digest -}}{{ $repository }}@{{ .Values.image.digest }}
{{- else -}}{{ $repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{- end -}}
{{- end -}}

{{- define "vigie.secret" -}}
{{- if .Values.secret.existing -}}{{ .Values.secret.existing }}
{{- else if .Values.secret.create -}}{{ include "vigie.name" . }}
{{- else -}}{{ fail "secret.existing : nommez le secret qui contient VIGIE_SECRET et REDIS_PASSWORD (ou secret.create=true pour un essai)" }}{{- end -}}
{{- end -}}

{{/* No root, no capability, no new privilege, nothing to write on. */}}
{{- define "vigie.locked" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "vigie.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{/* How pods are placed: not all on one machine. */}}
{{- define "vigie.placement" -}}
{{- $root := index . 0 -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "vigie.selector" . | nindent 8 }}
{{- with $root.Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $root.Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "vigie.redisHost" -}}
{{- if .Values.redis.enabled -}}{{ include "vigie.name" . }}-redis
{{- else -}}{{ required "redis.host : l’adresse du Redis tenu ailleurs" .Values.redis.host }}{{- end -}}
{{- end -}}

{{- define "vigie.matrixName" -}}{{ include "vigie.name" . }}-matrix{{- end -}}

{{- define "vigie.matrixImage" -}}
{{- $image := .Values.matrixBridge.image -}}
{{- $repository := required "matrixBridge.image.repository : l’image construite par deploy/Dockerfile, --target bridge" $image.repository -}}
{{- if $image.digest -}}{{ $repository }}@{{ $image.digest }}
{{- else -}}{{ $repository }}:{{ $image.tag | default .Values.image.tag | default .Chart.AppVersion }}{{- end -}}
{{- end -}}

{{/* What credentials says of the channel, in JSON. What replicas and bridge would not agree on is refused. */}}
{{- define "vigie.matrixEntry" -}}
{{- $class := "vigie.channels.matrix.encrypted.EncryptedMatrixChannel" -}}
{{- $entry := get (.Values.credentials | fromYaml) $class -}}
{{- if not $entry -}}{{ fail (printf "matrixBridge.enabled : credentials doit nommer %s" $class) }}{{- end -}}
{{- range $key := list "homeserver" "user_id" -}}
{{- if or (not (get $entry $key)) (contains "${" (get $entry $key)) -}}
{{ fail (printf "matrixBridge.enabled : credentials doit donner « %s » en clair" $key) }}
{{- end -}}
{{- end -}}
{{- $here := printf "http://%s:5006" (include "vigie.matrixName" .) -}}
{{- if ne (toString $entry.base_url) $here -}}{{ fail (printf "matrixBridge.enabled : dans credentials, base_url doit être %s" $here) }}{{- end -}}
{{- if not (regexMatch "^https?://[^/]+" $entry.homeserver) -}}{{ fail "matrixBridge.enabled : dans credentials, homeserver doit être une adresse https://…" }}{{- end -}}
{{ toJson $entry }}
{{- end -}}
