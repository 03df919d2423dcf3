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
