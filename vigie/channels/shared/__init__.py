"""What all messaging channels share: from a delivery to an answer that arrived."""
