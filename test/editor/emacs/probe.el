;;; probe.el --- drives a language server over stdio with eglot and writes the answers as JSON  -*- lexical-binding: t -*-
;; emacs -q --batch -l probe.el   (not -Q: that hides Debian's elpa-eglot)
;; PROBE_SPEC names a JSON file { file, command, steps }, PROBE_REPORT the file to write.
(require 'json)
(package-initialize)
(require 'eglot)

(define-derived-mode probe-mode prog-mode "Probe")

(defvar probe-spec (let ((json-object-type 'plist) (json-key-type 'keyword)) (json-read-file (getenv "PROBE_SPEC"))))
(defvar probe-patience 20)

(defun probe-start ()
  "Opens the file and connects it to the server."
  (setq eglot-sync-connect probe-patience
        eglot-send-changes-idle-time 0
        eglot-autoshutdown t)
  (add-to-list 'eglot-server-programs (cons 'probe-mode (append (plist-get probe-spec :command) nil)))
  (find-file (plist-get probe-spec :file))
  (probe-mode)
  (apply #'eglot--connect (eglot--guess-contact)))

(defun probe-request (step)
  "Asks the server about the open file, at a position where the step has one."
  (jsonrpc-request (eglot-current-server)
                   (intern (concat ":" (plist-get step :method)))
                   `(:textDocument ,(eglot--TextDocumentIdentifier)
                     ,@(when (plist-get step :position) (list :position (plist-get step :position))))
                   :timeout probe-patience))

(defun probe-diagnostics (step)
  "What eglot has handed to flymake, as soon as it is as many as expected."
  (let ((end (+ (float-time) probe-patience)))
    (while (and (< (float-time) end) (/= (length (flymake-diagnostics)) (plist-get step :count)))
      (flymake-start)
      (accept-process-output nil 0.05)))
  (vconcat (mapcar (lambda (d)
                     `(:line ,(1- (line-number-at-pos (flymake-diagnostic-beg d))) :message ,(flymake-diagnostic-text d)))
                   (flymake-diagnostics))))

(defun probe-replace-line (step)
  "Writes another text over a line, as typing would."
  (goto-char (point-min))
  (forward-line (plist-get step :line))
  (delete-region (line-beginning-position) (line-end-position))
  (insert (plist-get step :text))
  (eglot--signal-textDocument/didChange)
  nil)

(defun probe-answer (step)
  (pcase (plist-get step :kind)
    ("diagnostics" (probe-diagnostics step))
    ("request" (probe-request step))
    ("replace_line" (probe-replace-line step))))

(let ((report
       (condition-case err
           (progn
             (probe-start)
             (let ((answers (vconcat (mapcar #'probe-answer (plist-get probe-spec :steps)))))
               (eglot-shutdown (eglot-current-server))
               `(:answers ,answers)))
         (error `(:error ,(format "%S" err) :answers [])))))
  (set-buffer-modified-p nil)
  (with-temp-file (getenv "PROBE_REPORT") (insert (json-encode report))))
;;; probe.el ends here
