;;; story.el --- A student's way from a failing test to a passing one in plain Emacs  -*- lexical-binding: t; -*-

;; With eglot, which Emacs brings along from version 29, and nothing of ours but what docs/protocol.md says.
;; What was shown is written as JSON to the file in $GADFLY_OUT.

(require 'cl-lib)
(require 'json)
(require 'package)
(unless (locate-library "eglot")
  (package-initialize)) ; of a Debian package, before 29
(require 'eglot)

(defvar patience 60 "Seconds.")
(defvar answers '("3" "2") "Then the question is dismissed.")
(defvar actions nil "Titles of what could be done at the function.")
(defvar questions nil "The newest first.")
(defvar messages nil "The newest first.")
(defvar edits 0 "How many the server asked for.")

(defun await (what claim)
  "Wait until CLAIM holds; say WHAT was waited for in vain."
  (with-timeout (patience (error "Waited in vain for %s" what))
    (while (not (funcall claim))
      (catch 'dismissed
        (accept-process-output nil 0.02)))))

(defun diagnostics ()
  "What flymake shows."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun choose (prompt collection &rest _)
  "Choose for the student from COLLECTION, of which PROMPT asks."
  (let ((titles (mapcar (lambda (each) (if (consp each) (car each) each)) collection)))
    (cond ((string-match "Server reports (type=[0-9]+): \\(\\(?:.\\|\n\\)*\\)\nChoose an option: " prompt)
           (push `((text . ,(match-string 1 prompt)) (choices . ,(vconcat titles))) questions)
           (or (pop answers) (throw 'dismissed nil))) ; the way that C-g takes
          (t (setq actions titles)
             (seq-find (lambda (title) (string-match-p "Think it through" title)) titles)))))

(defun hear (format &rest arguments)
  "Keep what is said with FORMAT and ARGUMENTS."
  (when format
    (push (apply #'format-message format arguments) messages)))

(defun told (claim)
  "Whether something was said that matches CLAIM."
  (seq-find (lambda (said) (string-match-p claim said)) messages))

(defun follow-the-page ()
  "Run the lines of docs/protocol.md, as a student would put them into init.el."
  (with-temp-buffer
    (insert-file-contents (getenv "GADFLY_PAGE"))
    (re-search-forward "### In Emacs\\(?:.\\|\n\\)*?```elisp\n")
    (eval-region (point) (progn (re-search-forward "^```") (match-beginning 0)))))

(defun story ()
  "Tell the story; what was shown is what it gives."
  (follow-the-page)
  (find-file (getenv "GADFLY_FILE"))
  (let ((eglot-sync-connect patience))
    (call-interactively #'eglot))
  (flymake-start)
  (set-buffer-modified-p t)
  (save-buffer)
  (await "the headline" (lambda () (= 1 (length (diagnostics)))))
  (let ((headline (car (diagnostics)))
        (last-nonmenu-event t)) ; by the keyboard
    (goto-char (point-min))
    (forward-char 4)
    (call-interactively #'eglot-code-actions)
    (await "three questions" (lambda () (= 3 (length questions))))
    (let ((before (buffer-string)))
      (goto-char (point-min))
      (while (search-forward "range(1, " nil t)
        (replace-match "range("))
      (save-buffer)
      (await "silence" (lambda () (null (diagnostics))))
      (await "the last word" (lambda () (told "tests agree")))
      `((headline . ,headline)
        (actions . ,(vconcat actions))
        (questions . ,(vconcat (reverse questions)))
        (before . ,before)
        (last . ,(told "tests agree"))
        (edits . ,edits)))))

(advice-add 'completing-read :override #'choose)
(advice-add 'message :before #'hear)
(advice-add 'eglot--apply-workspace-edit :override (lambda (&rest _) (cl-incf edits)))
(let ((seen (condition-case problem (story) (error `((problem . ,(format "%S" problem)))))))
  (when (assq 'problem seen)
    (push (cons 'messages (vconcat (reverse messages))) seen))
  (with-temp-file (getenv "GADFLY_OUT")
    (insert (json-encode seen))))
(kill-emacs 0)
